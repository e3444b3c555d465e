import { successiveMaps } from './successive-maps';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalMap } from './testing/legal-pairs';

const keys = (map: object) => Object.keys(map);

obeysTheLaws('successiveMaps', successiveMaps({ maxPairs: 6 }), {
  belongs: ([before, after]) => [before, after].every((map) => isLegalMap(map) && keys(map).length <= 6),
  // What stays of the first map may be longer than what went.
  size: ([before]) => keys(before).length,
  classes: {
    'a key that goes': ([before, after]) => keys(before).some((key) => !Object.hasOwn(after, key)),
    'a key that stays as it is': ([before, after]) =>
      keys(before).some((key) => Object.hasOwn(after, key) && after[key] === before[key]),
    'a key that gets another value': ([before, after]) =>
      keys(before).some((key) => Object.hasOwn(after, key) && after[key] !== before[key]),
    'a new key': ([before, after]) => keys(after).some((key) => !Object.hasOwn(before, key)),
    'nothing before': ([before, after]) => keys(before).length === 0 && keys(after).length > 0,
    'nothing after': ([before, after]) => keys(before).length > 0 && keys(after).length === 0,
  },
});

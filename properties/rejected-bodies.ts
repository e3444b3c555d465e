import fc, { type Arbitrary } from 'fast-check';
import { keys } from './keys';
import { metadata } from './metadata';
import { nearMissKeys } from './near-miss-keys';
import { nearMissValues } from './near-miss-values';
import { values } from './values';
import { wrongShapes } from './wrong-shapes';

/** JSON texts, to send as they are, that must be refused: one bad pair, alone or anywhere among good ones, or a wrong shape. */
export function rejectedBodies(): Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: withBadPair() }, { weight: 1, arbitrary: wrongShapes() });
}

function withBadPair(): Arbitrary<string> {
  const badPair = fc.oneof(fc.tuple(nearMissKeys(), values()), fc.tuple(keys(), nearMissValues()));
  return fc.tuple(metadata({ maxPairs: 3 }), badPair, fc.nat({ max: 3 })).map(([map, bad, place]) => {
    const good = Object.entries(map).filter(([key]) => key !== bad[0]);
    return JSON.stringify({ metadata: Object.fromEntries([...good.slice(0, place), bad, ...good.slice(place)]) });
  });
}

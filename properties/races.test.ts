import { type Race, races } from './races';
import { describeArbitrary } from './testing/describe-arbitrary';
import { isLegalMap } from './testing/rules';

const maps = ({ replaces }: Race) => replaces.map(({ metadata }) => metadata);
const rejected = (race: Race) => race.rejected.map(({ metadata }) => metadata);
const isUnique = (race: Race) => {
  const values = [...maps(race), ...rejected(race)].map(({ 'bad/key': _, ...map }) => new Set(Object.values(map)));
  return values.every(
    (own, index) =>
      own.size === 1 && values.every((other, place) => place === index || [...own].every((value) => !other.has(value))),
  );
};

describeArbitrary('races', races({ maxReads: 3 }), {
  belongs: (race) =>
    race.replaces.length >= 2 &&
    race.replaces.length <= 4 &&
    race.rejected.length <= 2 &&
    race.reads.length <= 3 &&
    maps(race).every(isLegalMap) &&
    !rejected(race).some(isLegalMap) &&
    isUnique(race),
  size: ({ replaces, rejected, reads }) => replaces.length + rejected.length + reads.length,
  classes: {
    'two replaces': ({ replaces }) => replaces.length === 2,
    'four replaces': ({ replaces }) => replaces.length === 4,
    'no rejected replace': (race) => race.rejected.length === 0,
    'two rejected replaces': (race) => race.rejected.length === 2,
    'three reads': ({ reads }) => reads.length === 3,
    'both versions': ({ replaces }) => new Set(replaces.map(({ version }) => version)).size === 2,
    'reads first': ({ readsFirst }) => readsFirst,
    'replaces at the same time': ({ replaces }) => replaces.filter(({ lag }) => lag === 0).length >= 2,
    'a replace that comes later': ({ replaces }) => replaces.some(({ lag }) => lag > 0),
    'a large map': (race) => maps(race).some((map) => Object.keys(map).length > 20),
    'keys that all share': (race) => maps(race).every((map) => Object.hasOwn(map, 'shared0')),
  },
});

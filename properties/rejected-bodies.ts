import fc, { type Arbitrary } from 'fast-check';
import { keys } from './keys';
import { metadata } from './metadata';
import { nearMissKeys } from './near-miss-keys';
import { nearMissValues } from './near-miss-values';
import { values } from './values';
import type { Within } from './within';
import { wrongShapes } from './wrong-shapes';

/** JSON texts, to send as they are, that must be refused: one bad pair, alone or anywhere among good ones, or a wrong shape. */
export function rejectedBodies(within: Within = {}): Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: withBadPair(within) }, { weight: 1, arbitrary: wrongShapes(within) });
}

function withBadPair(within: Within): Arbitrary<string> {
  const badPair = fc.oneof(
    fc.tuple(nearMissKeys(within), values(within)),
    fc.tuple(keys(within), nearMissValues(within)),
  );
  return fc.tuple(metadata({ maxPairs: 3, ...within }), badPair, fc.nat({ max: 3 })).map(([map, bad, place]) => {
    const good = Object.entries(map).filter(([key]) => key !== bad[0]);
    return JSON.stringify({ metadata: Object.fromEntries([...good.slice(0, place), bad, ...good.slice(place)]) });
  });
}

import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import { wrongShapes as known } from './cases';
import { shorterFirst } from './cases/lengths';
import type { LimitOptions } from './cases/limits';
import { keys, nearMissKeys } from './keys';
import { maps } from './maps';
import { nearMissValues, values } from './values';

/** Raw JSON bodies that the target must reject: one invalid pair, alone or among valid ones, or a wrong structure. */
export function rejectedBodies(within: LimitOptions = {}): Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: withBadPair(within) }, { weight: 1, arbitrary: wrongShapes(within) });
}

function withBadPair(within: LimitOptions): Arbitrary<string> {
  const badPair = fc.oneof(
    fc.tuple(nearMissKeys(within), values(within)),
    fc.tuple(keys(within), nearMissValues(within)),
  );
  return fc.tuple(maps({ maxPairs: 3, ...within }), badPair, fc.nat({ max: 3 })).map(([map, bad, place]) => {
    const good = Object.entries(map).filter(([key]) => key !== bad[0]);
    return JSON.stringify({ metadata: Object.fromEntries([...good.slice(0, place), bad, ...good.slice(place)]) });
  });
}

const wrongNames = shorterFirst(['', 'meta', 'server', 'metadat', 'Metadata', 'METADATA', 'metadatas', 'metadata ']);

/** Raw JSON bodies without a usable `metadata` (page, Table 2: an object, mandatory). */
export function wrongShapes(within: LimitOptions = {}): Arbitrary<string> {
  const map = maps({ maxPairs: 1, ...within });
  const shapes = fc.oneof(
    map,
    fc.tuple(fc.constantFrom(...wrongNames), map).map(([name, value]) => ({ [name]: value })),
    notAnObject(within).map((value) => ({ metadata: value })),
    notAnObject(within),
    map.map((value) => [{ metadata: value }]),
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...shorterFirst(known.map(({ body }) => body))) },
    { weight: 3, arbitrary: shapes.map((shape) => JSON.stringify(shape)) },
  );
}

function notAnObject(within: LimitOptions): Arbitrary<JsonValue> {
  return fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    values(within),
    fc.array(values(within), { maxLength: 3 }),
    maps({ maxPairs: 1, ...within }).map((map) => Object.entries(map)),
  );
}

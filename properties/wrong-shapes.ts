import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import { metadata } from './metadata';
import { wrongShapes as known } from './partitions';
import { shorterFirst } from './shorter-first';
import { values } from './values';
import type { Within } from './within';

const wrongNames = shorterFirst(['', 'meta', 'server', 'metadat', 'Metadata', 'METADATA', 'metadatas', 'metadata ']);

/** JSON texts, to send as they are, without a usable `metadata` (page, Table 2: an object, mandatory). */
export function wrongShapes(within: Within = {}): Arbitrary<string> {
  const map = metadata({ maxPairs: 1, ...within });
  const shapes = fc.oneof(
    map,
    fc.tuple(fc.constantFrom(...wrongNames), map).map(([name, held]) => ({ [name]: held })),
    notAnObject(within).map((held) => ({ metadata: held })),
    notAnObject(within),
    map.map((held) => [{ metadata: held }]),
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...shorterFirst(known.map(({ body }) => body))) },
    { weight: 3, arbitrary: shapes.map((shape) => JSON.stringify(shape)) },
  );
}

function notAnObject(within: Within): Arbitrary<JsonValue> {
  return fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    values(within),
    fc.array(values(within), { maxLength: 3 }),
    metadata({ maxPairs: 1, ...within }).map((map) => Object.entries(map)),
  );
}

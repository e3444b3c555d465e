import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import { keys } from './keys';
import { values } from './values';
import type { Within } from './within';

/** JSON of any shape, often all but right: what an endpoint may refuse, but must not fail over. */
export function jsonBodies(within: Within = {}): Arbitrary<string> {
  const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        values(within),
      ),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(keys(within), values(within)), tie('json'), { maxKeys: 3 }),
    ),
  }));
  return fc.oneof(
    json.map((held) => JSON.stringify({ metadata: held })),
    fc.dictionary(keys(within), json, { maxKeys: 4 }).map((held) => JSON.stringify({ metadata: held })),
    json.map((whole) => JSON.stringify(whole)),
  );
}

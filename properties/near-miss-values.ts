import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import { plainCharacters } from './plain-characters';
import { tooLong } from './too-long';
import { values } from './values';
import { limitsOf, type Within } from './within';

/** JSON that is no value: text of more code points than the limit, or of another type than string. */
export function nearMissValues(within: Within = {}): Arbitrary<JsonValue> {
  const { valueLength } = limitsOf(within);
  return fc.oneof(
    { weight: 3, arbitrary: ofTooManyCharacters(valueLength) },
    { weight: 4, arbitrary: ofAnotherType(within) },
  );
}

function ofTooManyCharacters(limit: number): Arbitrary<string> {
  const uniform = ['a', '\u6F22', '\u{1F600}'].map((character) => tooLong(fc.constant(character), limit));
  return fc.oneof(...uniform, tooLong(plainCharacters(), limit));
}

function ofAnotherType(within: Within): Arbitrary<JsonValue> {
  const simple = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.constantFrom(0, 1, 1.5, 1e21));
  const inner: Arbitrary<JsonValue> = fc.oneof(simple, values(within));
  const list = fc.array(inner, { maxLength: 3 });
  const map = fc.dictionary(fc.constantFrom('a', 'b', 'key'), inner, { maxKeys: 3 });
  return fc.oneof(simple, list, map, fc.array(fc.oneof(list, map), { minLength: 1, maxLength: 2 }));
}

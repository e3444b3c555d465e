import fc, { type Arbitrary } from 'fast-check';
import { malformedBodies as known } from './cases';
import { keyCharacters } from './cases/characters';
import { shorterFirst } from './cases/lengths';
import { type LimitOptions, limitsOf } from './cases/limits';
import { maps } from './maps';
import { texts, textsWithOne } from './texts';

const bodyEnd = '}}';
const nonJsonWords = shorterFirst([
  'b',
  "'b'",
  '01',
  '+1',
  '.5',
  'NaN',
  'None',
  'TRUE',
  '0x1F',
  'Infinity',
  'undefined',
]);
/** Characters that are white space in other languages, but not in JSON. The byte order mark is not included. */
const oddSpaces = shorterFirst([...'\v\f\u0000\u001F\u0085\u00A0\u1680\u2003\u200B\u2028\u2029\u202F\u3000']);
const rawControls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));

/** Raw texts that are not JSON (RFC 8259). They have no byte order mark and no invalid UTF-8. */
export function malformedBodies(within: LimitOptions = {}): Arbitrary<string> {
  const body = maps({ maxPairs: 1, ...within }).map((map) => JSON.stringify({ metadata: map }));
  // Without a character at its end, or with more than white space after it, this text is not JSON.
  const inside = body.map((text) => text.slice(0, -bodyEnd.length));
  return fc.oneof(
    fc.constantFrom(...shorterFirst(known.map((partition) => partition.body))),
    fc.tuple(body, fc.nat()).map(([text, place]) => cut(text, place)),
    fc.tuple(body, fc.constantFrom('}', ']', ',', 'x', '0', '{}', ' null', '\n[]', '\u0000')).map(join),
    fc.tuple(body, fc.constantFrom(...oddSpaces), fc.boolean()).map(([text, odd, isBefore]) => {
      return isBefore ? odd + text : text + odd;
    }),
    fc
      .tuple(inside, fc.constantFrom(',', ':', '"', '#', ',,', '//', '/**/'))
      .map(([text, odd]) => text + odd + bodyEnd),
    body.map((text) => text.replace('"metadata"', "'metadata'")),
    body.map((text) => text.replace('"metadata"', 'metadata')),
    fc.constantFrom(...nonJsonWords).map(asValue),
    textsWithOne(fc.constantFrom(...rawControls), fc.constantFrom(...keyCharacters), limitsOf(within).valueLength).map(
      (text) => asValue(`"${text}"`),
    ),
    texts(fc.constantFrom(' ', '\n', '\t', '\r'), { min: 0, max: 20 }),
  );
}

/** A place between two code points. Half of a surrogate pair would be sent as another character. */
function cut(text: string, place: number): string {
  const characters = [...text];
  return characters.slice(0, place % characters.length).join('');
}

function asValue(text: string): string {
  return `{"metadata":{"a":${text}${bodyEnd}`;
}

function join(parts: readonly string[]): string {
  return parts.join('');
}

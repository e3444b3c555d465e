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
/** What languages take for white space, or throw away, and JSON does not; a byte order mark is another matter. */
const oddSpaces = shorterFirst([...'\v\f\u0000\u001F\u0085\u00A0\u1680\u2003\u200B\u2028\u2029\u202F\u3000']);
const rawControls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));

/** Texts to send as they are that RFC 8259 does not take for JSON. Byte order marks and invalid UTF-8 are not here. */
export function malformedBodies(within: LimitOptions = {}): Arbitrary<string> {
  const body = maps({ maxPairs: 1, ...within }).map((map) => JSON.stringify({ metadata: map }));
  // Valid text that ends in these two braces is not JSON with anything less, nor with anything more than white space.
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

/** Between two code points: half of a surrogate pair would become another character on the wire. */
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

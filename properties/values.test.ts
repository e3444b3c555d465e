import fc from 'fast-check';
import { obeysTheLaws } from './testing/generator-laws';
import { codePoints, isLegalValue } from './testing/legal-pairs';
import { values } from './values';

const long = (value: string) => codePoints(value).length === 255;
const within = (first: number, last: number) => (value: string) =>
  codePoints(value).some((point) => point >= first && point <= last);

obeysTheLaws('values', values(), {
  belongs: isLegalValue,
  classes: {
    'the empty text': (value) => value === '',
    '1 character': (value) => codePoints(value).length === 1,
    '254 characters': (value) => codePoints(value).length === 254,
    '255 characters in 255 bytes': (value) => long(value) && Buffer.byteLength(value) === 255,
    '255 ideographs': (value) => long(value) && Buffer.byteLength(value) === 765,
    '255 astral characters': (value) => long(value) && value.length === 510,
    'Latin letters': within(0xc0, 0x24f),
    ideographs: within(0x4e00, 0x9fff),
    'right-to-left letters': within(0x5d0, 0x64a),
    'combining marks': within(0x300, 0x36f),
    'astral characters': within(0x10000, 0x10ffff),
    'composed text': (value) => value !== value.normalize('NFD'),
    'decomposed text': (value) => value !== value.normalize('NFC'),
    'a space at the start': (value) => value.startsWith(' '),
    'a space at the end': (value) => value.endsWith(' '),
    quotes: (value) => value.includes('"') && value.includes("'"),
    'a backslash': (value) => value.includes('\\'),
    markup: (value) => /<\w+>/.test(value),
    SQL: (value) => /DROP TABLE|OR '1'|--/.test(value),
    'text like JSON': (value) => /^(\{.*\}|\[.*\])$/s.test(value),
    'text like a number': (value) => value !== '' && String(Number(value)) === value,
    'a percent escape': (value) => /%[0-9A-F]{2}/.test(value),
  },
});

it('shrinks a value to the one character that matters', () => {
  const { counterexample } = fc.check(
    fc.property(values(), (value) => !within(0x10000, 0x10ffff)(value)),
    { seed: 7, numRuns: 1_000 },
  );
  expect(counterexample).toEqual(['\u{10000}']);
});

it('shrinks a value that is too long in UTF-16 units alone to 128 characters, in about a thousand tries', () => {
  let tries = 0;
  const { counterexample } = fc.check(
    fc.property(values(), (value) => {
      tries += 1;
      return value.length <= 255;
    }),
    { seed: 7, numRuns: 1_000 },
  );
  expect(counterexample).toEqual(['\u{10000}'.repeat(128)]);
  expect(tries).toBeLessThan(1_500);
});

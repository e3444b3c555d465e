import fc from 'fast-check';
import { describeArbitrary } from './testing/describe-arbitrary';
import { codePoints, isControl, isLegalValue, isSurrogate } from './testing/rules';
import { controlValues, loneSurrogateValues, nearMissValues, values } from './values';

const long = (value: string) => codePoints(value).length === 255;
const within = (first: number, last: number) => (value: string) =>
  codePoints(value).some((point) => point >= first && point <= last);

describeArbitrary('values', values(), {
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

it('shrinks a value to the one failing character', () => {
  const { counterexample } = fc.check(
    fc.property(values(), (value) => !within(0x10000, 0x10ffff)(value)),
    { seed: 7, numRuns: 1_000 },
  );
  expect(counterexample).toEqual(['\u{10000}']);
});

it('shrinks a value that is too long only in UTF-16 units to 128 characters, in about a thousand attempts', () => {
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

const text = (length: number, bytes: number) => (value: unknown) =>
  typeof value === 'string' && codePoints(value).length === length && Buffer.byteLength(value) === length * bytes;
const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

describeArbitrary('nearMissValues', nearMissValues(), {
  belongs: (value) => typeof value !== 'string' || codePoints(value).length > 255,
  classes: {
    '256 letters': text(256, 1),
    '256 ideographs': text(256, 3),
    '256 astral characters': text(256, 4),
    '257 letters': text(257, 1),
    '300 letters': text(300, 1),
    '1,000 letters': text(1_000, 1),
    null: (value) => value === null,
    'a boolean': (value) => typeof value === 'boolean',
    'a whole number': (value) => Number.isInteger(value),
    'a fraction': (value) => value === 1.5,
    'an empty list': (value) => Array.isArray(value) && value.length === 0,
    'a list of texts': (value) => Array.isArray(value) && typeof value[0] === 'string',
    'an object': isMap,
    'an object in a list': (value) => Array.isArray(value) && value.some(isMap),
  },
});

const has = (text: string) => (value: string) => value.includes(text);

describeArbitrary('controlValues', controlValues(), {
  belongs: (value) => {
    const points = codePoints(value);
    return points.length <= 255 && points.some(isControl) && !points.some(isSurrogate);
  },
  classes: {
    'a control first': (value) => codePoints(value).findIndex(isControl) === 0,
    'a control last': (value) => codePoints(value).findLastIndex(isControl) === codePoints(value).length - 1,
    'a control alone': (value) => codePoints(value).length === 1,
    'several controls': (value) => codePoints(value).filter(isControl).length > 1,
    '255 characters': (value) => codePoints(value).length === 255,
    'a NUL': has('\u0000'),
    'a newline': has('\n'),
    'a DEL': has('\u007F'),
    'a control of C1': has('\u0085'),
    'U+FFFE': has('\uFFFE'),
    'U+FFFF': has('\uFFFF'),
    'U+FDD0': has('\uFDD0'),
  },
});

describeArbitrary('loneSurrogateValues', loneSurrogateValues(), {
  belongs: (value) => {
    const points = codePoints(value);
    return points.length <= 255 && points.filter(isSurrogate).length === 1 && !points.some(isControl);
  },
  classes: {
    'a high one': (value) => codePoints(value).some((point) => point >= 0xd800 && point <= 0xdbff),
    'a low one': (value) => codePoints(value).some((point) => point >= 0xdc00 && point <= 0xdfff),
    'one alone': (value) => value.length === 1,
    'one beside a whole pair': (value) => codePoints(value).some((point) => point > 0xffff),
  },
});

import { codePoints, isLegalValue } from '../testing/rules';
import { everyCharacter } from './every-character';

const texts = everyCharacter();
const all = new Set(texts.flatMap(codePoints));

test('each text is a valid value of few characters and bytes', () => {
  expect(texts.filter((text) => !isLegalValue(text) || codePoints(text).length > 60)).toEqual([]);
  expect(texts.filter((text) => Buffer.byteLength(text) > 255)).toEqual([]);
});

test.each([0x20, 0x7e, 0xa0, 0xad, 0x390, 0x200b, 0x2028, 0x4e00, 0xd7a3, 0xfeff, 0xffe5, 0x1f600, 0x2fa1d, 0xe0001])(
  'U+%s is among them',
  (codePoint) => {
    expect(all.has(codePoint)).toBe(true);
  },
);

test('no character occurs twice, and no text crosses the end of the basic plane', () => {
  expect(all.size).toBe(texts.flatMap(codePoints).length);
  expect(all.size).toBeGreaterThan(140_000);
  const crossing = texts.filter((text) => new Set(codePoints(text).map((point) => point > 0xffff)).size > 1);
  expect(crossing).toEqual([]);
});

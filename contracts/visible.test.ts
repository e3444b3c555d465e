import { visible, visibleParts } from './visible';

test.each([
  ['a line feed, a return and a tab', 'a\n\r\tb', 'a\\n\\r\\tb'],
  ['a control of C0 and of C1', 'a\u0000\u001b\u009bb', 'a\\u{0}\\u{1B}\\u{9B}b'],
  ['what turns the direction of text', '\u202eabc\u2066', '\\u{202E}abc\\u{2066}'],
  ['what has no width', 'a\u200bb\ufeff\u00ad', 'a\\u{200B}b\\u{FEFF}\\u{AD}'],
  ['a space that is not the plain one', 'a\u00a0b\u3000', 'a\\u{A0}b\\u{3000}'],
  ['a mark that would sit on its neighbour', 'e\u0301', 'e\\u{301}'],
  ['half a surrogate pair', '\ud83d', '\\u{D83D}'],
  ['a filler that looks like nothing', '\u3164\u115f', '\\u{3164}\\u{115F}'],
  ['a vowel that would join the letter before it', '\u1100\u1161', '\u1100\\u{1161}'],
  ['what is drawn as another character', '\u212a\u037e\uf900', '\\u{212A}\\u{37E}\\u{F900}'],
  ['a character beyond U+FFFF that is not seen', '\u{e0041}', '\\u{E0041}'],
])('%s is spelled', (_, text, seen) => {
  expect(visible(text)).toBe(seen);
});

test('what can be seen stays as it is', () => {
  const text = 'key one: "ä" 日本 한 क 😀 <b>&\\';
  expect(visible(text)).toBe(text);
});

test('parts that are spelled can be told from the same text that was sent', () => {
  expect(visibleParts('\\n\n')).toEqual([
    { text: '\\n', isSpelled: false },
    { text: '\\n', isSpelled: true },
  ]);
});

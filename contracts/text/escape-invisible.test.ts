import fc from 'fast-check';
import { escapeInvisible, splitInvisible, toLogLine } from './escape-invisible';

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
])('%s is escaped', (_, text, seen) => {
  expect(escapeInvisible(text)).toBe(seen);
});

test('visible characters stay unchanged', () => {
  const text = 'key one: "ä" 日本 한 क 😀 <b>&\\';
  expect(escapeInvisible(text)).toBe(text);
});

test('an escape differs from the same text in the input', () => {
  expect(splitInvisible('\\n\n')).toEqual([
    { text: '\\n', isSpelled: false },
    { text: '\\n', isSpelled: true },
  ]);
});

test.each([
  ['a line feed and a return', 'a\r\n::error::b', 'a\\r\\n::error::b'],
  ['a line separator of Unicode', 'a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{85}d'],
  ['a command of a terminal', '\u001b[2J\u009b31m', '\\u{1B}[2J\\u{9B}31m'],
  ['a text that turns its direction', '\u202eb', '\\u{202E}b'],
  ['a command of GitHub', '::error::x', '\\u{3A}:error::x'],
  ['the same after spaces', '  ::add-mask::x', '  \\u{3A}:add-mask::x'],
  ['an older command of GitHub', 'a ##[add-mask]x', 'a #\\u{23}[add-mask]x'],
  ['the same after another sign', '###[error]x', '##\\u{23}[error]x'],
  ['a command of Azure', 'a ##vso[task.complete]', 'a #\\u{23}vso[task.complete]'],
])('%s is escaped', (_, text, shown) => {
  expect(toLogLine(text)).toBe(shown);
});

test('plain text stays unchanged', () => {
  const text = '  a::b ## [c] #[d] ä 日本 😀 \\n "::"';
  expect(toLogLine(text)).toBe(text);
});

const pieces = fc.constantFrom(
  ':',
  '::',
  '#',
  '##',
  '##[',
  'vso',
  '[',
  ']',
  ' ',
  '\n',
  '\r',
  '\u001b[31m',
  '\u2028',
  'a',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((parts) => parts.join('')),
);

test('any text becomes one line without control characters and commands, and a second call changes nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = toLogLine(text);
      expect(line).not.toMatch(/[\p{Other}\p{Line_Separator}\p{Paragraph_Separator}]|^\s*::|##\w*\[/u);
      expect(toLogLine(line)).toBe(line);
    }),
  );
});

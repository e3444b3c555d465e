import fc from 'fast-check';
import { oneLine } from './one-line';

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
])('%s is spelled', (_, text, shown) => {
  expect(oneLine(text)).toBe(shown);
});

test('what reads as text stays as it is', () => {
  const text = '  a::b ## [c] #[d] ä 日本 😀 \\n "::"';
  expect(oneLine(text)).toBe(text);
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

test('any text becomes one line without controls and commands, and stays so', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{Other}\p{Line_Separator}\p{Paragraph_Separator}]|^\s*::|##\w*\[/u);
      expect(oneLine(line)).toBe(line);
    }),
  );
});

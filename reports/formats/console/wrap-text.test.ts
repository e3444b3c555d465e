import { labelledLines, wrapText } from './wrap-text';

test.each<[string, string, number, string[]]>([
  ['a text that fits', 'one two', 20, ['one two']],
  ['a text of several lines', 'the server could not be brought home', 20, ['the server could not', 'be brought home']],
  ['a word that is longer than a line', 'x'.repeat(45), 20, ['x'.repeat(20), 'x'.repeat(20), 'xxxxx']],
  ['emoji', '😀'.repeat(25), 20, ['😀'.repeat(20), '😀'.repeat(5)]],
  ['a width that is none', 'x'.repeat(25), -4, ['x'.repeat(20), 'xxxxx']],
  ['nothing', '', 20, ['']],
])('%s is broken into lines', (_, text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test.each([
  [337, 'x'.repeat(337)],
  [338, `${'x'.repeat(300)}… (38 more characters in result.json)`],
])('a text of %d characters is truncated only if that makes it shorter', (length, shown) => {
  expect(labelledLines('', 'x'.repeat(length), 1_000)).toEqual([shown]);
});

import { parseSecretYaml, parseYaml } from './user-file';

const quoteIt = 'put a value that begins with one of *&!%@` in quotes';
const nameAndValue = 'give it as "name: value", with a space after the colon';

test.each<[string, string, string]>([
  [
    'a list that is not closed, before comments',
    'a: 1\neffort: [quick\n#x\n#y\n',
    'line 2, column 9: the [ is not closed',
  ],
  ['a map that is not closed, before an entry', 'a: {b: 1\nc: 2\n', 'line 1, column 4: the { is not closed'],
  ['the inner one of two', 'a: {b: [c\n#x\n', 'line 1, column 8: the [ is not closed'],
  ['a quoted text that is not closed', 'a: 1\nb: "x\n#c\n', 'line 2, column 4: the " is not closed'],
  ['a missing space after the first key', '#\ntarget:http://x\n#f\n\nb: 2\n', `line 2, column 1: ${nameAndValue}`],
  ['a missing space after a later key', 'b: 2\ntarget:http://x\n#f\n\nc: 2\n', `line 2, column 1: ${nameAndValue}`],
  ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'line 3, column 1: this key is a duplicate of an earlier one'],
  ['a tab', 'a:\n\tb: 1\n', 'line 2, column 1: indent with spaces'],
  ['a wrong indentation', 'a:\n  b: 1\n c: 2\n', 'line 3, column 1: indent it as the lines around it'],
  ['a colon in a value', 'a: b: c\n', 'line 1, column 4: put a value with a colon and a space in it in quotes'],
  ['a text after a quoted one', 'a: "b" c\n', 'line 1, column 8: this text does not belong here'],
  ['an alias', 'a: 1\ntoken: *abc\n', `line 2, column 8: ${quoteIt}`],
  ['an alias with a text', 'token: *abc def\n', `line 1, column 13: ${quoteIt}`],
  ['a tag', 'token: !abc x\n', `line 1, column 8: ${quoteIt}`],
  ['a reserved character', 'token: @abc\n', `line 1, column 8: ${quoteIt}`],
])('%s is named with its place', (_, text, words) => {
  expect(() => parseYaml(text, 'the file')).toThrow(`the file is neither YAML nor JSON: ${words}`);
  expect(() => parseSecretYaml(text, 'a.yaml')).toThrow(`the file a.yaml is not valid YAML in ${words}`);
});

test('a right text has no problem', () => {
  expect(parseYaml('a: &x [1]\nb: *x\nc: "]"\n', 'the file').content).toEqual({ a: [1], b: [1], c: ']' });
});

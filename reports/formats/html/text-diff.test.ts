import { diffTexts } from './text-diff';

const marks = { both: '', expected: '-', observed: '+' };
const diffOf = (expected: string, observed: string) =>
  diffTexts(expected, observed).map(({ text, isIn }) => `${marks[isIn]}${text}`);

test.each([
  ['a value that is another', '{"a":"1"}', '{"a":"2"}', ['{"a":"', '-1', '+2', '"}']],
  ['words that only share letters', 'status 200', 'status 404', ['status ', '-200', '+404']],
  ['a pair that is missing', '{"a":"1","b":"2"}', '{"a":"1"}', ['{"a":"1"', '-,"b":"2"', '}']],
  ['a character that is lost within a word', 'a\\u{200B}b', 'ab', ['a', '-\\u{200B}', 'b']],
  ['nothing in common', 'a whole map', '{}', ['-a whole map', '+{}']],
  ['no difference', 'same', 'same', ['same']],
  ['a pair of surrogates', '😀', '😁', ['-😀', '+😁']],
])('%s', (_, expected, observed, marked) => {
  expect(diffOf(expected, observed)).toEqual(marked);
});

test('of a long value the characters that differ are marked alone', () => {
  const value = 'x'.repeat(255);
  expect(diffOf(value, value.slice(1))).toEqual(['x'.repeat(254), '-x']);
});

test.each([
  ['one two three', 'one three two'],
  ['{"a":"abc"}', '{"a":"abd","b":"\\u{0}"}'],
])('each side reads as it was: %j and %j', (expected, observed) => {
  const found = diffTexts(expected, observed);
  const side = (name: string) => found.filter(({ isIn }) => isIn === 'both' || isIn === name).map(({ text }) => text);
  expect([side('expected').join(''), side('observed').join('')]).toEqual([expected, observed]);
});

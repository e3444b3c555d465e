import { clipSide, diffTexts } from './text-diff';

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

const long = 'x'.repeat(5_000);

test('a difference behind much that is equal is shown, and nothing else is marked', () => {
  const pairs = Array.from({ length: 300 }, (_, count) => `"key${count}":"1"`).join(',');
  const changes = diffTexts(`{${pairs},"z":"1"}`, `{${pairs},"z":"2"}`);
  const side = clipSide(changes, 'observed', 200);
  expect(side.before).toBeGreaterThan(2_000);
  expect(side.parts.map(({ text, isIn }) => `${marks[isIn]}${text}`)).toEqual([
    expect.stringMatching(/"z":"$/),
    '+2',
    '"}',
  ]);
  expect(side.after).toBe(0);
});

test('what is inserted early does not mark the rest of a clipped text', () => {
  const changes = diffTexts(`{"a":"1",${long}}`, `{"new":"pair","a":"1",${long}}`);
  for (const name of ['expected', 'observed'] as const) {
    const { parts, before, after } = clipSide(changes, name, 100);
    const marked = parts.filter(({ isIn }) => isIn !== 'both').map(({ text }) => text);
    expect(marked.join('')).toBe(name === 'expected' ? '' : 'new":"pair","');
    const shown = parts.reduce((sum, { text }) => sum + text.length, 0);
    expect(shown).toBe(100);
    expect(before + shown + after).toBe((name === 'expected' ? 10 : 23) + 5_000);
  }
});

test('texts that have next to nothing in common take no long time', () => {
  const words = (first: number) => Array.from({ length: 20_000 }, (_, count) => `${first + count * 7}`).join(' ');
  const changes = diffTexts(`same ${words(1)}`, `same ${words(3)}`);
  expect(changes.map(({ isIn }) => isIn)).toEqual(['both', 'expected', 'observed']);
});

import fc from 'fast-check';
import { ownCommand } from './own-command';
import { wrapLine } from './wrap-line';

test('further lines begin below the text of their label', () => {
  expect(wrapLine('  - refuses a key that is too long for it', 30)).toEqual([
    '  - refuses a key that is too',
    '    long for it',
  ]);
  expect(wrapLine('servers    one of two that are there', 31)).toEqual([
    'servers    one of two that are',
    '           there',
  ]);
  expect(wrapLine('error: a sentence without a label', 30)).toEqual(['error: a sentence without a', '  label']);
});

test('a URL and a command of this suite stay whole', () => {
  const url = 'https://tracker.example.com/a/long/path/4711';
  expect(wrapLine(`see ${url} now`, 30)).toEqual(['see', `  ${url}`, '  now']);
  const command = `${ownCommand()} restore conformance-report/journal.jsonl`;
  expect(wrapLine(`to try again, run: ${command}; remove the file`, 30)).toEqual([
    'to try again, run:',
    `  ${command};`,
    '  remove the file',
  ]);
});

test('no word is lost, and no line with two words is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z;,]{1,12}$/), { minLength: 1 }), (words) => {
      const lines = wrapLine(words.join(' '), 40);
      expect(lines.join(' ').split(/\s+/)).toEqual(words);
      expect(lines.filter((line) => line.length > 40)).toEqual([]);
    }),
  );
});

import { MemoryFiles } from '../machine/testing/memory-files';
import { placeholders, readBaseline } from './baseline-file';

const owned = 'reason: being fixed, owner: "https://example.com/1"';

function read(content: string, allowPlaceholders = false) {
  const files = new MemoryFiles();
  files.put('b.yaml', content);
  return readBaseline('b.yaml', { files, allowPlaceholders });
}

test('a baseline is a list of known failures', () => {
  const entry = { clause: 'KEY-06', reason: 'being fixed', owner: 'https://example.com/1', expires: '2027-03-31' };
  expect(read(`- {clause: KEY-06, ${owned}, expires: 2027-03-31}`)).toEqual([entry]);
  expect(read(JSON.stringify([entry]))).toEqual([entry]);
  expect(read('[]')).toEqual([]);
});

test.each<[string, string, string]>([
  ['is no YAML', '[\n', 'the baseline b.yaml is neither YAML nor JSON: '],
  ['is empty', '', 'is wrong: it must be a list of entries, each with clause, reason, owner, expires'],
  ['is an object', 'clause: KEY-06', 'it must be a list of entries'],
  ['has another entry', `- KEY-06`, 'line 1: the entry must have clause, reason, owner, expires'],
  [
    'has no reason',
    `- clause: KEY-06\n  owner: "https://x/1"\n  expires: 2026-01-01`,
    'line 1 (KEY-06): reason is missing',
  ],
  [
    'has an empty reason',
    `- {clause: KEY-06, ${owned.replace('being fixed', '""')}, expires: 2026-01-01}`,
    'reason is empty: say why the clause fails',
  ],
  [
    'has an impossible day',
    `- {clause: KEY-06, ${owned}, expires: "2026-02-30"}`,
    'expires "2026-02-30" is not a date: give it as 2027-03-31',
  ],
  [
    'has a name as owner',
    '- {clause: KEY-06, reason: r, owner: me, expires: "2026-01-01"}',
    'line 1 (KEY-06): owner "me" is not a URL: give that of a ticket, such as https://',
  ],
  [
    'has an unknown clause',
    `- {clause: KEY-0, ${owned}, expires: "2026-01-01"}`,
    'there is no clause KEY-0: did you mean KEY-01?',
  ],
  ['has a clause in lower case', `- {clause: key-06, ${owned}, expires: "2026-01-01"}`, 'did you mean KEY-06?'],
  [
    'has an unknown member',
    `- {clause: KEY-06, ${owned}, expire: "2026-01-01"}`,
    '"expire" is unknown: did you mean expires?',
  ],
  [
    'has a number',
    `- {clause: KEY-06, reason: 5, owner: "https://x/1", expires: "2026-01-01"}`,
    'reason must be a text',
  ],
  [
    'has a clause twice',
    `- &one {clause: KEY-06, ${owned}, expires: "2026-01-01"}\n- *one\n`,
    'line 2 (KEY-06): the clause is in line 1 already: remove one of the two',
  ],
])('a baseline that %s is refused', (_, content, words) => {
  expect(() => read(content)).toThrow(words);
});

test('all problems are told at once, each with its line and its clause', () => {
  const text = `# ours
- clause: KEY-06
  reason: a reason
  owner: me

- clause: VALUE-99
  reason: a reason
  owner: https://example.com/1
  expires: tomorrow
`;
  expect(() => read(text)).toThrow(
    'the baseline b.yaml is wrong: line 4 (KEY-06): owner "me" is not a URL: give that of a ticket, such as https://tracker.example.com/4711; line 2 (KEY-06): expires is missing; line 6 (VALUE-99): there is no clause VALUE-99: did you mean VALUE-09?; line 9 (VALUE-99): expires "tomorrow" is not a date: give it as 2027-03-31',
  );
});

test('a placeholder is refused until it is filled in', () => {
  const text = JSON.stringify([{ clause: 'KEY-06', ...placeholders }]);
  expect(() => read(text)).toThrow(
    'line 1 (KEY-06): reason is not filled in: replace <why it fails>; line 1 (KEY-06): owner is not filled in: replace <URL of the ticket>; line 1 (KEY-06): expires is not filled in: replace <YYYY-MM-DD>',
  );
  expect(read(text, true)).toHaveLength(1);
});

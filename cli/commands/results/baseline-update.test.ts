import { makeResult } from '../../../reports/testing/results';
import { realClock } from '../../../targets/http/clock';
import { MemoryFiles } from '../../machine/testing/memory-files';
import { MemoryMachine } from '../../machine/testing/memory-machine';
import { readBaseline } from '../../settings/baseline-file';
import { type BaselineUpdateOptions, baselineUpdate } from './baseline-update';

const network = {
  clock: realClock,
  open: () => {
    throw new Error('nothing is sent here');
  },
};
const result = JSON.stringify(
  makeResult({
    'KEY-06': { verdict: 'failed' },
    'VALUE-06': { verdict: 'failed' },
    'KEY-04': { verdict: 'not tested' },
  }),
);
const owned = 'reason: being fixed, owner: "https://example.com/1", expires: "2999-12-31"';

function update(before: string | undefined, options: Partial<BaselineUpdateOptions> = {}, path = 'b.yaml') {
  const files = new MemoryFiles();
  files.put('result.json', result);
  if (before !== undefined) files.put(path, before);
  const machine = new MemoryMachine(network, files);
  const code = baselineUpdate('result.json', { baseline: path, ...options }, machine);
  return { code, out: machine.output.out, text: files.read(path).toString('utf8'), files };
}

test('a new baseline has placeholders, which a run refuses until they are filled in', () => {
  const { code, out, text, files } = update(undefined);
  expect(code).toBe(0);
  expect(text).toBe(`- clause: KEY-06
  reason: <why it fails>
  owner: <URL of the ticket>
  expires: <YYYY-MM-DD>
- clause: VALUE-06
  reason: <why it fails>
  owner: <URL of the ticket>
  expires: <YYYY-MM-DD>
`);
  expect(out).toMatch(
    /^added {4}KEY-06 +fails: .+\nadded {4}VALUE-06 .+\nb.yaml: 2 added, 0 removed, 0 changed, 0 kept\nnext: fill in reason, owner \(a URL\) and expires in b.yaml; /,
  );
  expect(() => readBaseline('b.yaml', { files })).toThrow('line 2 (KEY-06): reason is not filled in');
});

test('the flags fill in the added entries, and the file can be used', () => {
  const given = { reason: 'being fixed', owner: 'https://example.com/2', expires: '2027-03-31' };
  const { out, files } = update(`# ours\n- {clause: KEY-06, ${owned}} # known\n`, given);
  expect(readBaseline('b.yaml', { files })).toEqual([
    { clause: 'KEY-06', reason: 'being fixed', owner: 'https://example.com/1', expires: '2999-12-31' },
    { clause: 'VALUE-06', ...given },
  ]);
  expect(files.read('b.yaml').toString()).toMatch(/^# ours\n.* # known\n/);
  expect(out).not.toContain('next:');
});

test('entries that no longer fail are removed; those that may still fail are kept', () => {
  const entries = ['KEY-06', 'VALUE-06', 'KEY-04', 'REPLACE-01'].map((clause) => `- {clause: ${clause}, ${owned}}\n`);
  const { out, files } = update(entries.join(''));
  expect(readBaseline('b.yaml', { files }).map(({ clause }) => clause)).toEqual(['KEY-06', 'VALUE-06', 'KEY-04']);
  expect(out).toBe(`removed  REPLACE-01     no longer fails: passed
kept     KEY-06         still fails
kept     VALUE-06       still fails
kept     KEY-04         not tested
b.yaml: 0 added, 1 removed, 0 changed, 3 kept
`);
});

test('an expired entry stays, and is named', () => {
  const { out } = update(`- {clause: KEY-06, ${owned.replace('2999', '2020')}}\n`);
  expect(out).toContain('kept     KEY-06         still fails; expired on 2020-12-31: give a new date with --expires\n');
});

test('the flags fill in placeholders of an entry that is there, and keep its other values', () => {
  const before = `- clause: KEY-06 # known
  reason: ours
  owner: <URL of the ticket>
  expires: <YYYY-MM-DD>
- {clause: VALUE-06, ${owned}}
`;
  const { out, text } = update(before, { reason: 'new', owner: 'https://example.com/2', expires: '2999-01-31' });
  expect(text).toContain(`- clause: KEY-06 # known
  reason: ours
  owner: https://example.com/2
  expires: 2999-01-31
`);
  expect(text).toContain('being fixed');
  expect(out).toBe(`changed  KEY-06         still fails; filled in: owner, expires; not changed: reason
kept     VALUE-06       still fails; not changed: reason, owner, expires
b.yaml: 0 added, 0 removed, 1 changed, 1 kept
`);
});

test('an expired date is replaced, in JSON too', () => {
  const before = [
    { clause: 'KEY-06', reason: 'ours', owner: 'https://example.com/1', expires: '2020-12-31' },
    { clause: 'VALUE-06', reason: 'ours', owner: 'https://example.com/1', expires: '2999-12-31' },
  ];
  const { out, text } = update(JSON.stringify(before), { expires: '2999-01-31' }, 'b.json');
  expect(JSON.parse(text).map(({ expires }: { expires: string }) => expires)).toEqual(['2999-01-31', '2999-12-31']);
  expect(out).toContain('changed  KEY-06         still fails; expires 2999-01-31, was 2020-12-31\n');
});

test('placeholders that are left are named', () => {
  const before = `- {clause: KEY-06, reason: ours, owner: "<URL of the ticket>", expires: "2999-12-31"}\n`;
  expect(update(before, { reason: 'new' }).out).toContain('next: fill in reason, owner (a URL) and expires in b.yaml');
});

test('without a new or an old failure the file stays as it is', () => {
  const before = `- {clause: KEY-06,   ${owned}}\n- {clause: VALUE-06, ${owned}}\n`;
  const { out, text } = update(before);
  expect(text).toBe(before);
  expect(out).toContain('nothing to change in b.yaml: 0 added, 0 removed, 0 changed, 2 kept\n');
});

test('a JSON file stays JSON', () => {
  const { text } = update('[]', {}, 'b.json');
  expect(JSON.parse(text)).toHaveLength(2);
});

test.each<[string, Partial<BaselineUpdateOptions>, string]>([
  ['an owner that is not a URL', { owner: 'me' }, '--owner "me" is not a URL: give that of a ticket'],
  [
    'a date that does not exist',
    { expires: '2027-02-30' },
    '--expires "2027-02-30" is not a date: give it as 2027-03-31',
  ],
  ['an empty reason', { reason: ' ' }, '--reason is empty'],
])('%s is refused', (_, options, words) => {
  expect(() => update(undefined, options)).toThrow(words);
});

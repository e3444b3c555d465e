import { type ClauseId, clauses } from '../../../contracts/clauses';
import { makeExchange } from '../../testing/exchanges';
import { makeMissingCapability, makeResult } from '../../testing/results';
import { applyBaseline } from '../../verdict/baseline';
import { partsOf, textOf } from '../shared/line';
import type { Detail } from '../shared/reporter';
import { renderConsole } from './run-report';

const shownWith = (result: ReturnType<typeof makeResult>, width?: number) =>
  renderConsole(result, width).map(textOf).join('\n');
const shownIn = (detail: Detail, result: ReturnType<typeof makeResult>) =>
  renderConsole(result, undefined, detail).map(textOf).join('\n');
const shown = (...options: Parameters<typeof makeResult>) => shownWith(makeResult(...options));

test('the verdict is the last line', () => {
  expect(shown({})).toMatch(/\nconformant$/);
  expect(shown({ 'KEY-06': { verdict: 'failed' } })).toMatch(/\nnot conformant$/);
});

test('a run in which the suite contradicts itself does not look conformant', () => {
  const text = shown({}, {}, ['they disagree']);
  expect(text).toMatch(/\ndefect of the suite they disagree\n/);
  expect(text).toMatch(/\nthe suite contradicts itself: [\s\S]*\nerror$/);
  expect(text).not.toMatch(/^conformant/m);
});

test('the clauses of a family are one line', () => {
  const lines = shown({ 'KEY-06': { verdict: 'failed' }, 'KEY-04': { verdict: 'not tested' } }).split('\n');
  expect(lines.filter((line) => line.startsWith('KEY '))).toEqual([
    'KEY          6 passed, 1 failed, 1 open, 1 not tested',
  ]);
  expect(lines.filter((line) => line.includes('KEY-01'))).toEqual([]);
});

test('the failures are colored as the run counts them', () => {
  const family = (...clauses: readonly ClauseId[]) => {
    const failed = Object.fromEntries(clauses.map((clause) => [clause, { verdict: 'failed' }]));
    const lines = renderConsole(makeResult(failed));
    const line = lines.find((each) => textOf(each).startsWith('REPLACE ')) ?? '';
    return partsOf(line).find(({ text }) => text.endsWith(' failed'));
  };
  expect(family('REPLACE-02')?.styles).toEqual(['red']);
  expect(family('REPLACE-08')?.styles).toEqual(['yellow']);
});

const aSentence = 'no server could be brought into this vm_state since the target answers otherwise; ';

test('a long reason is broken into lines, and clipped', () => {
  const reason = aSentence.repeat(12);
  const lines = shown({ 'KEY-01': { verdict: 'not tested', reason } }).split('\n');
  const place = lines.findIndex((line) => line.startsWith('  KEY-01 '));
  const below = lines.slice(place + 1, lines.indexOf('', place));
  expect(lines[place - 1]).toBe('Not tested');
  expect(below.length).toBeGreaterThan(3);
  for (const line of below) expect(line).toMatch(/^ {17}\S.{0,62}$/);
  expect(below.join(' ').replace(/ +/g, ' ')).toMatch(/… \(\d+ more characters in result\.json\)$/);
});

test('many clauses that were not tested are grouped by reason, the most frequent first', () => {
  const stopped = Object.fromEntries(
    clauses.slice(2, 20).map(({ id }) => [id, { verdict: 'not tested', reason: 'not run: it has stopped' }] as const),
  );
  const masked = { verdict: 'not tested', reason: 'no fixture', maskedBy: ['REPLACE-02'] } as const;
  const partly = { verdict: 'not tested', reason: '3 of 4 checks were not run: it has stopped' } as const;
  const other = { verdict: 'not tested', reason: 'other' } as const;
  const text = shown({ ...stopped, 'KEY-01': masked, 'KEY-02': masked, 'KEY-03': partly, 'KEY-04': other });
  expect(text).toMatch(
    /\nNot tested\n {2}15 clauses {5}not run: it has stopped\n {2}2 clauses {6}REPLACE-02 failed in the same requests\n {2}KEY-04 {9}other\n {17}the/,
  );
});

test('readings are told: those of the target, and those that the profile requires', () => {
  expect(shown({ 'KEY-07': { reading: 'refuses it' } })).toMatch(/^ {2}KEY-07 +a space in a key — refuses it$/m);
  const settled = shown({ 'KEY-07': { level: 'MUST', verdict: 'passed', reading: 'takes it' } }, { profile: 'mine' });
  expect(settled).toMatch(/^ {2}KEY-07 +a space in a key — takes it, as profile mine requires$/m);
});

test.each<[string, () => string]>([
  ['a run of selected clauses', () => shown({ 'KEY-07': { reading: 'refuses it' } }, { selected: ['KEY'] })],
  ['a verbose run', () => shownIn('verbose', makeResult({ 'KEY-07': { reading: 'refuses it' } }))],
])('%s has a line for each clause', (_, text) => {
  expect(text()).toMatch(/^passed +KEY-01 +MUST +accepts keys of 1 to 255 characters$/m);
  expect(text()).toMatch(/^open +KEY-07 +open +a space in a key — refuses it$/m);
});

test('a quiet report has the failures and the verdict alone', () => {
  expect(shownIn('quiet', makeResult({}))).toBe('conformant');
  const failed = shownIn('quiet', makeResult({ 'KEY-06': { verdict: 'failed' } })).split('\n');
  expect(failed[0]).toMatch(/^KEY-06 failed MUST: /);
  expect(failed.slice(-2)).toEqual(['', 'not conformant']);
  expect(shownIn('quiet', makeResult({}, {}, ['they disagree']))).toMatch(/^defect of the suite they disagree\n/);
});

test('what was expected and observed, a defect and a trouble are broken into lines; a curl command is not', () => {
  const map = JSON.stringify({ metadata: { a: 'x'.repeat(120) } });
  const exchanges = [makeExchange({ metadata: JSON.parse(map).metadata })];
  const failure = { check: '', title: 't', expected: map, observed: map, exchange: 1, given: [], exchanges };
  const text = shown({ 'KEY-01': { verdict: 'failed', failures: [failure] } }, {}, [aSentence.repeat(3)]);
  const long = text.split('\n').filter((line) => line.length > 80);
  expect(long).toEqual([expect.stringMatching(/^ {4}curl /)]);
  expect(text).toMatch(/^ {2}expected {2}\{"metadata":\{"a":"x+\n {12}x+\n {12}x+"\}\}\n {2}observed {2}\{/m);
  expect(text).toMatch(/^defect of the suite no server .*\n {20}\S/m);
});

test('a wide terminal is used', () => {
  const result = makeResult({ 'KEY-01': { verdict: 'not tested', reason: aSentence } });
  expect(shownWith(result, 200)).toMatch(
    /^ {2}KEY-01 +no server could be brought into this vm_state since the target answers otherwise;/m,
  );
});

test('a missing capability is told once, with its cost and what to do', () => {
  const text = shownWith({ ...makeResult({}), verdict: 'incomplete', missing: [makeMissingCapability()] });
  expect(text.match(/^missing /gm)).toHaveLength(1);
  expect(text.replace(/\n +/g, ' ')).toContain(
    'missing a second project (none was named): 13 checks of 2 clauses not run',
  );
  expect(text).toMatch(
    /^without a second project the run is incomplete: give --other-project-id[\s\S]* --waive second-project$/m,
  );
  expect(text).toMatch(/\nincomplete$/);
});

test('the gate stands beside the verdict, and a failure that is known is marked', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const text = shownWith(applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'));
  expect(text).toMatch(/\nnot conformant; gate: passed, 1 known failure$/);
  const listed = shownWith(
    applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }, { selected: ['KEY-06'] }), [known], '2026-06-30'),
  );
  expect(listed.replace(/\n +/g, ' ')).toMatch(/^failed +KEY-06 .*known until 2026-12-31$/m);
  expect(text).toMatch(/^KEY-06 failed \(known until 2026-12-31\) MUST: /m);
});

const knownKey = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
const gated = (but: Parameters<typeof makeResult>[0], missing = [makeMissingCapability()]) =>
  shownWith(applyBaseline({ ...makeResult(but), missing }, [knownKey], '2026-06-30'));

test('a gate that fails because the run is incomplete says what to waive', () => {
  const untested = { 'KEY-01': { verdict: 'not tested' }, 'KEY-02': { verdict: 'not tested' } } as const;
  const text = gated({ 'KEY-06': { verdict: 'failed' }, ...untested });
  expect(text).toMatch(/\nwithout a second project the run is incomplete: [\s\S]*--waive second-project\n/);
  expect(text).toMatch(/\n {2}--waive KEY-01,KEY-02\nnot conformant; gate: failed, the run is incomplete, /);
});

test('clauses that were not tested because of known failures need no waiver, and are named', () => {
  const masked = { verdict: 'not tested', maskedBy: ['KEY-06'] } as const;
  const text = gated({ 'KEY-06': { verdict: 'failed' }, 'KEY-01': masked }, []);
  expect(text).toMatch(/^1 clause could not be tested because of known failures: KEY-01$/m);
  expect(text).toMatch(/\nnot conformant; gate: passed, 1 known failure \(1 clause not tested\)$/);
  expect(text).not.toContain('--waive');
});

test('a clause that was not tested because of a new failure needs no waiver: the failure comes first', () => {
  const masked = { verdict: 'not tested', maskedBy: ['KEY-05'] } as const;
  const failed = { 'KEY-05': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' } } as const;
  const text = gated({ ...failed, 'KEY-01': masked, 'KEY-02': { verdict: 'not tested' } }, []);
  expect(text).toMatch(/\n {2}--waive KEY-02\n/);
});

test('a quick run is not plainly conformant, and an unused waiver is named', () => {
  expect(shown({}, { effort: 'quick' })).toMatch(/\nconformant, quick$/);
  expect(shown({}, { waived: ['KEY-01'] })).toMatch(
    /\nunused waivers: KEY-01 \(remove them from --waive\)\nconformant$/,
  );
});

test('a run that conforms by waivers is not plainly conformant', () => {
  const text = shownWith({ ...makeResult({}), missing: [makeMissingCapability({ waived: true })] });
  expect(text).toMatch(/^missing \(waived\) /m);
  expect(text).toMatch(/\nconformant, 1 waived$/);
});

test('a verdict that does not rest on all checks says on how many', () => {
  const checks = { run: 2, notTested: 0, notRun: 13 };
  const text = shown({ 'KEY-01': { checks, reason: '13 checks need a second project' } });
  expect(text.replace(/\n +/g, ' ')).toMatch(
    /^Passed on a part of the checks KEY-01 +2 of 15 checks: 13 checks need a second project$/m,
  );
});

test('a clause that failed before and passes in a run of selected checks is named', () => {
  const failedBefore = (['KEY-04', 'KEY-05', 'KEY-06'] as const).map((clause) => ({ clause, checks: [] }));
  const but = { 'KEY-04': { verdict: 'failed' }, 'KEY-06': { verdict: 'not tested' } } as const;
  expect(shown(but, { selected: ['KEY'], failedBefore })).toMatch(/\nfailed before KEY-05: passed in this run of /);
  expect(shown(but, { selected: ['KEY'] })).not.toContain('failed before');
});

test('a violation that did not show again is marked as not counted', () => {
  const entry = { clauses: ['KEY-05'], check: 'KEY-05/slash v2', expected: 'a', observed: 'b', exchange: 7 } as const;
  const text = shownWith({ ...makeResult({}), unconfirmed: [entry] });
  expect(text).toMatch(/\nnot confirmed, not counted KEY-05: exchange 7 of "KEY-05\/slash v2": expected a,/);
});

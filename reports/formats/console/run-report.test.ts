import { makeExchange } from '../../testing/exchanges';
import { makeMissingCapability, makeResult } from '../../testing/results';
import { applyBaseline } from '../../verdict/baseline';
import { textOf } from '../shared/line';
import { renderConsole } from './run-report';

const shownWith = (result: ReturnType<typeof makeResult>, width?: number) =>
  renderConsole(result, width).map(textOf).join('\n');
const shown = (...options: Parameters<typeof makeResult>) => shownWith(makeResult(...options));

test('the verdict is the last line', () => {
  expect(shown({})).toMatch(/\nconformant$/);
  expect(shown({ 'KEY-06': { verdict: 'failed' } })).toMatch(/\nnot conformant$/);
});

test('a run in which the suite contradicts itself does not look conformant', () => {
  const text = shown({}, {}, ['they disagree']);
  expect(text).toMatch(/\ndefect of the suite they disagree\n/);
  expect(text).toMatch(/\nthe suite contradicts itself: .*\nerror$/);
  expect(text).not.toMatch(/^conformant/m);
});

const aSentence = 'no server could be brought into this vm_state since the target answers otherwise; ';

test('a reason that does not fit beside its clause stands below it, in lines, and is clipped', () => {
  const reason = aSentence.repeat(12);
  const lines = shown({ 'KEY-01': { verdict: 'not tested', reason } }).split('\n');
  const place = lines.findIndex((line) => line.startsWith('not tested     KEY-01 '));
  const below = lines.slice(place + 1, lines.indexOf(lines.find((line) => / KEY-02 /.test(line)) ?? ''));
  expect(below.length).toBeGreaterThan(3);
  for (const line of below) expect(line).toMatch(/^ {35}\S.{0,44}$/);
  expect(below.join(' ')).toMatch(/… \(\d+ more +characters in result\.json\)$/);
});

test('a short note stays on the line of its clause', () => {
  expect(shown({ 'KEY-07': { reading: 'refuses it' } })).toMatch(
    /^open +KEY-07 +open +a space in a key — refuses it$/m,
  );
});

test('what was expected and observed, a defect and a trouble are broken into lines; a curl command is not', () => {
  const map = JSON.stringify({ metadata: { a: 'x'.repeat(120) } });
  const exchanges = [makeExchange({ metadata: JSON.parse(map).metadata })];
  const failure = { check: '', title: 't', expected: map, observed: map, exchange: 1, given: [], exchanges };
  const text = shown({ 'KEY-01': { verdict: 'failed', failures: [failure] } }, {}, [aSentence.repeat(3)]);
  const long = text.split('\n').filter((line) => line.length > 80);
  expect(
    long.filter((line) => !/^(\S.{13} [A-Z]+-\d+ |[A-Z]+-\d+ failed |not tested and|\d+ clauses)/.test(line)),
  ).toEqual([expect.stringMatching(/^ {4}curl /)]);
  expect(text).toMatch(/^ {2}expected {2}\{"metadata":\{"a":"x+\n {12}x+\n {12}x+"\}\}\n {2}observed {2}\{/m);
  expect(text).toMatch(/^defect of the suite no server .*\n {20}\S/m);
});

test('a wide terminal is used', () => {
  const result = makeResult({ 'KEY-01': { verdict: 'not tested', reason: aSentence } });
  expect(shownWith(result, 200)).toMatch(/^not tested +KEY-01 .* — no server/m);
});

test('a missing capability is told once, with its cost and what to do', () => {
  const text = shownWith({ ...makeResult({}), verdict: 'incomplete', missing: [makeMissingCapability()] });
  expect(text.match(/^missing /gm)).toHaveLength(1);
  expect(text.replace(/\n +/g, ' ')).toContain(
    'missing a second project (none was named): 13 checks of 2 clauses not run',
  );
  expect(text).toMatch(
    /^without a second project the run is incomplete: give --other-project-id.* --waive second-project$/m,
  );
  expect(text).toMatch(/\nincomplete$/);
});

test('the gate stands beside the verdict, and a failure that is known is marked', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const text = shownWith(applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'));
  expect(text).toMatch(/\nnot conformant; gate: passed, 1 known failure$/);
  expect(text.replace(/\n +/g, ' ')).toMatch(/^failed +KEY-06 .*known until 2026-12-31$/m);
  expect(text).toMatch(/^KEY-06 failed \(known until 2026-12-31\) MUST: /m);
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
  expect(text.replace(/\n +/g, ' ')).toMatch(/^passed +KEY-01 .* 2 of 15 checks: 13 checks need a second project$/m);
});

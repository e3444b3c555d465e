import { clauses } from '../contracts/clauses';
import { annotations } from './annotations';
import { withBaseline } from './baseline';
import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';
import type { Failure } from './verdict';

const failing = (observed: string) => {
  const failure: Failure = { check: '', title: '', expected: '', observed, exchange: 0, given: [], exchanges: [] };
  return { verdict: 'failed' as const, failures: [failure] };
};

test('what fails the run is an error, a SHOULD a warning', () => {
  const clauses = { 'REPLACE-08': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' } } as const;
  const shown = (strict: boolean) => annotations(aResult(clauses, { strict })).map((line) => line.split('::')[1]);
  expect(shown(false)).toEqual(['error title=KEY-06 MUST', 'warning title=REPLACE-08 SHOULD']);
  expect(shown(true)).toEqual(['error title=REPLACE-08 SHOULD', 'error title=KEY-06 MUST']);
});

test('what the baseline knows is a warning', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'o', expires: '2026-12-31' } as const;
  const result = withBaseline(aResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  expect(annotations(result)).toEqual([
    '::notice title=verdict::not conformant; gate: passed, 1 known failure',
    expect.stringMatching(/^::warning title=KEY-06 MUST \(known until 2026-12-31\)::/),
  ]);
  const late = withBaseline(aResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2027-01-01');
  expect(annotations(late)[1]).toMatch(/^::error title=KEY-06 MUST \(expired%3A known until 2026-12-31\)::/);
});

test('a run that conforms with limits says so in a notice', () => {
  expect(annotations(aResult({}, { effort: 'quick' }))).toEqual(['::notice title=verdict::conformant, quick']);
});

test('a contradiction of the suite is the first error', () => {
  const all = Object.fromEntries(clauses.map(({ id }) => [id, failing('x')]));
  const errors = annotations(aResult(all, { strict: true }, ['they disagree\n::x', 'again'])).filter((line) =>
    line.startsWith('::error '),
  );
  expect(errors).toHaveLength(10);
  expect(errors[0]).toBe(
    '::error title=error::defect of the suite, please report it: they disagree\\n::x (and 1 more)',
  );
});

test('a conformant run says nothing', () => {
  expect(annotations(aResult({}))).toEqual([]);
});

test('nothing that was observed can give a command of its own, or end the line', () => {
  const [line = ''] = annotations(aResult({ 'KEY-06': failing('\r\n::stop-commands::x\u2028%0A::error::y') }));
  expect(line).toMatch(/^::error title=KEY-06 MUST::[^\r\n\u2028]*$/);
  expect(line).toContain('\\r\\n::stop-commands::x\\u{2028}%250A::error::y');
});

test('a long observation is cut', () => {
  const [line = ''] = annotations(aResult({ 'KEY-06': failing('x'.repeat(10_000)) }));
  expect(line.length).toBeLessThan(600);
});

test('a missing capability that leaves the run incomplete is a warning; one that does not is not', () => {
  const missing = [
    aMissing(),
    aMissing({ capability: 'vm-states', waived: true }),
    aMissing({ capability: 'lock', isBinding: false }),
  ];
  const [line = '', ...rest] = annotations({ ...aResult({}), verdict: 'incomplete', missing });
  expect(line).toMatch(
    /^::warning title=second-project is missing::without a second project .* --waive second-project$/,
  );
  expect(rest).toEqual([]);
  const [hostile = ''] = annotations({ ...aResult({}), missing: [aMissing({ reasons: ['\r\n::error::%0A'] })] });
  expect(hostile).toMatch(/^::warning title=second-project is missing::[^\r\n]*%250A/);
});

test('there are no more than ten warnings', () => {
  const should = Object.fromEntries(clauses.map(({ id }) => [id, { ...failing('x'), level: 'SHOULD' as const }]));
  const all = annotations({ ...aResult(should), missing: [aMissing()] });
  expect(all.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(all[0]).toContain('second-project');
});

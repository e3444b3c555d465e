import { clauses } from '../../contracts/clauses';
import type { Failure } from '../result/result';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { githubAnnotations } from './github';

const failing = (observed: string) => {
  const failure: Failure = { check: '', title: '', expected: '', observed, exchange: 0, given: [], exchanges: [] };
  return { verdict: 'failed' as const, failures: [failure] };
};

test('what fails the run is an error, a SHOULD a warning', () => {
  const clauses = { 'REPLACE-08': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' } } as const;
  const shown = (strict: boolean) =>
    githubAnnotations(makeResult(clauses, { strict })).map(({ level, title }) => `${level} ${title}`);
  expect(shown(false)).toEqual(['error KEY-06 MUST', 'warning REPLACE-08 SHOULD']);
  expect(shown(true)).toEqual(['error REPLACE-08 SHOULD', 'error KEY-06 MUST']);
});

test('what the baseline knows is a warning', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'o', expires: '2026-12-31' } as const;
  const result = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  expect(githubAnnotations(result)).toMatchObject([
    { level: 'notice', title: 'verdict', message: 'not conformant; gate: passed, 1 known failure' },
    { level: 'warning', title: 'KEY-06 MUST (known until 2026-12-31)' },
  ]);
  const late = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2027-01-01');
  expect(githubAnnotations(late)[1]).toMatchObject({
    level: 'error',
    title: 'KEY-06 MUST (expired: known until 2026-12-31)',
  });
});

test('a run that conforms with limits says so in a notice', () => {
  expect(githubAnnotations(makeResult({}, { effort: 'quick' }))).toEqual([
    { level: 'notice', title: 'verdict', message: 'conformant, quick' },
  ]);
});

test('a contradiction of the suite is the first error', () => {
  const all = Object.fromEntries(clauses.map(({ id }) => [id, failing('x')]));
  const errors = githubAnnotations(makeResult(all, { strict: true }, ['they disagree\n::x', 'again'])).filter(
    ({ level }) => level === 'error',
  );
  expect(errors).toHaveLength(10);
  expect(errors[0]).toEqual({
    level: 'error',
    title: 'error',
    message: 'defect of the suite, please report it: they disagree\\n::x (and 1 more)',
  });
});

test('a conformant run says nothing', () => {
  expect(githubAnnotations(makeResult({}))).toEqual([]);
});

test('a long observation is cut', () => {
  const [{ message } = { message: '' }] = githubAnnotations(makeResult({ 'KEY-06': failing('x'.repeat(10_000)) }));
  expect(message).toHaveLength(500);
});

test('a missing capability that leaves the run incomplete is a warning; one that does not is not', () => {
  const missing = [
    makeMissingCapability(),
    makeMissingCapability({ capability: 'vm-states', waived: true }),
    makeMissingCapability({ capability: 'lock', isBinding: false }),
  ];
  expect(githubAnnotations({ ...makeResult({}), verdict: 'incomplete', missing })).toEqual([
    {
      level: 'warning',
      title: 'second-project is missing',
      message: expect.stringMatching(/^missing a second project .* --waive second-project$/),
    },
  ]);
});

test('there are no more than ten warnings', () => {
  const should = Object.fromEntries(clauses.map(({ id }) => [id, { ...failing('x'), level: 'SHOULD' as const }]));
  const all = githubAnnotations({ ...makeResult(should), missing: [makeMissingCapability()] });
  expect(all.filter(({ level }) => level === 'warning')).toHaveLength(10);
  expect(all[0]?.title).toContain('second-project');
});

import { makeMissingCapability, makeResult } from '../../testing/results';
import { applyBaseline } from '../../verdict/baseline';
import { describeLeftOut, describeVerdict, headline, verdictLabel } from './describe-verdict';

test.each<[string, Parameters<typeof makeResult>, string]>([
  ['nothing to tell', [{}], 'Every binding clause was tested and is satisfied.'],
  ['one failure', [{ 'KEY-01': { verdict: 'failed' } }], 'A MUST clause failed.'],
  [
    'several, of both levels',
    [{ 'KEY-01': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' }, 'REPLACE-08': { verdict: 'failed' } }],
    '2 MUST clauses failed; a SHOULD clause failed, which does not fail the run.',
  ],
  [
    'a SHOULD that was not tested under --strict',
    [{ 'REPLACE-08': { verdict: 'not tested' } }, { strict: true }],
    'A binding clause could not be tested.',
  ],
  [
    'a waived clause beside one that is not',
    [{ 'KEY-01': { verdict: 'not tested' }, 'KEY-06': { verdict: 'not tested', waived: true } }],
    'A binding clause could not be tested; a clause was waived and not tested.',
  ],
  [
    'a waiver for nothing',
    [{}, { waived: ['KEY-01'] }],
    'Every binding clause was tested and is satisfied; unused waivers: KEY-01.',
  ],
  ['a contradiction', [{}, {}, ['they disagree']], 'The suite contradicts itself in a check: please report it.'],
  [
    'a contradiction beside a failure',
    [{ 'KEY-01': { verdict: 'failed' } }, {}, ['one', 'two']],
    'A MUST clause failed; the suite contradicts itself in 2 checks: please report it.',
  ],
])('the verdict is told by what it rests on: %s', (_, options, sentence) => {
  expect(describeVerdict(makeResult(...options))).toBe(sentence);
});

test('a run of selected clauses says that it shows no conformance', () => {
  const whole = makeResult({});
  const clauses = whole.clauses.filter(({ clause }) => clause === 'KEY-01');
  const run = { ...whole.run, selected: ['KEY-01'] };
  const result = { ...whole, verdict: 'no failure found' as const, clauses, run };
  expect(headline(result)).toBe('no failure found in 1 selected clause');
  expect(describeVerdict(result)).toBe(
    'No failure was found; only KEY-01 was tested, so this does not show that the target conforms.',
  );
});

test('a run within a limit says how much it has looked at', () => {
  const whole = { ...makeResult({}), checks: 72 };
  const result = {
    ...whole,
    verdict: 'no failure found' as const,
    leftOut: { checks: 3, clauses: ['KEY-05' as const] },
  };
  expect(headline(result)).toBe('no failure found by 72 of 75 checks');
  expect(describeVerdict(result)).toBe(
    'No failure was found by 72 of 75 checks, so this does not show that the target conforms.',
  );
  expect(describeLeftOut(result.leftOut)).toBe(
    '3 checks did not fit into the limit of the run, among them all checks of KEY-05',
  );
});

test('an incomplete run says that there were problems', () => {
  const result = { ...makeResult({}), verdict: 'incomplete' as const, troubles: ['it went away'] };
  expect(describeVerdict(result)).toBe('Problems during the run left it incomplete.');
});

test.each([
  [[makeMissingCapability()], 'A capability is missing: a second project.'],
  [
    [makeMissingCapability(), makeMissingCapability({ capability: 'vm-states' })],
    '2 capabilities are missing: a second project, other vm_states.',
  ],
  [
    [makeMissingCapability({ waived: true }), makeMissingCapability({ capability: 'vm-states' })],
    'A capability is missing: other vm_states; a capability is missing and waived: a second project.',
  ],
  [[makeMissingCapability({ isBinding: false })], 'Every binding clause was tested and is satisfied.'],
])('it says which capabilities leave the run incomplete, and which are waived', (missing, sentence) => {
  expect(describeVerdict({ ...makeResult({}), missing })).toBe(sentence);
});

test('waived clauses and waived capabilities are counted', () => {
  const result = makeResult({ 'KEY-01': { verdict: 'not tested', waived: true } });
  const missing = [makeMissingCapability({ waived: true }), makeMissingCapability({ capability: 'lock' })];
  expect(verdictLabel({ ...result, missing })).toBe('conformant, 2 waived');
});

test('a clause that lost some of its checks, and is waived by its name or its family, is counted', () => {
  const clauses = { 'ACCESS-06': { checks: { run: 2, notTested: 0, notRun: 13 } } } as const;
  expect(verdictLabel(makeResult(clauses, { waived: ['ACCESS-06'] }))).toBe('conformant, 1 waived');
  expect(verdictLabel(makeResult(clauses, { waived: ['access'] }))).toBe('conformant, 1 waived');
  expect(verdictLabel(makeResult(clauses, { waived: ['KEY-01'] }))).toBe('conformant');
});

test('a quick run says that it was one', () => {
  const waived = { 'KEY-01': { verdict: 'not tested', waived: true } } as const;
  expect(verdictLabel(makeResult({}, { effort: 'quick' }))).toBe('conformant, quick');
  expect(verdictLabel(makeResult(waived, { effort: 'quick' }))).toBe('conformant, 1 waived, quick');
  expect(verdictLabel(makeResult({}, { effort: 'thorough' }))).toBe('conformant');
});

test.each(['conformant', 'not conformant', 'incomplete', 'error'] as const)('%s without waivers', (verdict) => {
  expect(verdictLabel({ ...makeResult({}), verdict })).toBe(verdict);
  expect(headline({ ...makeResult({}), verdict })).toBe(verdict);
});

test.each(['not conformant', 'incomplete', 'error'] as const)('%s stays what it is with waivers', (verdict) => {
  const result = makeResult({}, { effort: 'quick' });
  expect(verdictLabel({ ...result, verdict, missing: [makeMissingCapability({ waived: true })] })).toBe(verdict);
});

test('the headline tells the gate apart from the verdict', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const failed = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  expect(headline(failed)).toBe('not conformant; gate: passed, 1 known failure');
  const mended = applyBaseline(makeResult({}), [known], '2026-06-30');
  expect(headline(mended)).toBe('conformant; gate: failed, 1 out of date, 0 known failures');
});

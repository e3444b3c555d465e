import { tellVerdict } from './tell-verdict';
import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';

test.each<[string, Parameters<typeof aResult>, string]>([
  ['nothing to tell', [{}], 'Every binding clause was examined and found kept.'],
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
    'Every binding clause was examined and found kept; waived for nothing: KEY-01.',
  ],
  ['a contradiction', [{}, {}, ['they disagree']], 'The suite contradicts itself in a check: please report it.'],
  [
    'a contradiction beside a failure',
    [{ 'KEY-01': { verdict: 'failed' } }, {}, ['one', 'two']],
    'A MUST clause failed; the suite contradicts itself in 2 checks: please report it.',
  ],
])('the verdict is told by what it rests on: %s', (_, options, sentence) => {
  expect(tellVerdict(aResult(...options))).toBe(sentence);
});

test('an incomplete run says that there was trouble', () => {
  const result = { ...aResult({}), verdict: 'incomplete' as const, troubles: ['it went away'] };
  expect(tellVerdict(result)).toBe('The run met trouble on the way to the target.');
});

test.each([
  [[aMissing()], 'A capability is missing: a second project.'],
  [
    [aMissing(), aMissing({ capability: 'vm-states' })],
    '2 capabilities are missing: a second project, other vm_states.',
  ],
  [
    [aMissing({ waived: true }), aMissing({ capability: 'vm-states' })],
    'A capability is missing: other vm_states; a capability is missing and waived: a second project.',
  ],
  [[aMissing({ isBinding: false })], 'Every binding clause was examined and found kept.'],
])('it says which capabilities leave the run incomplete, and which are waived', (missing, sentence) => {
  expect(tellVerdict({ ...aResult({}), missing })).toBe(sentence);
});

import { aMissing } from './testing/a-missing';
import { missingMessage, missingSentence, toldCapability } from './told-capability';

test.each([
  [aMissing(), 'without a second project (none was named): 13 checks of 2 clauses not run'],
  [
    aMissing({ checks: 1, clauses: ['ACCESS-06'] }),
    'without a second project (none was named): 1 check of 1 clause not run',
  ],
  [
    aMissing({ reasons: ['a', 'b', 'c', 'd', 'e', 'f'] }),
    'without a second project (a; b; c; d; and 2 more reasons): 13 checks of 2 clauses not run',
  ],
  [
    aMissing({ capability: 'v2', reasons: ['status 404'], checks: 0, clauses: [], isBinding: false }),
    '/v2 is not served (status 404): VERSION-01 fails, and all checks run under the other version; no check is left out',
  ],
])('in one sentence', (missing, sentence) => {
  expect(missingSentence(missing)).toBe(sentence);
});

test('only what leaves the run incomplete is to be mended or waived', () => {
  expect(toldCapability(aMissing()).mend).toMatch(/--other-project-id.*; or accept it with --waive second-project$/);
  expect(toldCapability(aMissing({ waived: true })).mend).toBe('');
  expect(toldCapability(aMissing({ isBinding: false })).mend).toBe('');
  expect(missingMessage(aMissing())).toMatch(/not run; the run is incomplete: give --other-project-id/);
  expect(missingMessage(aMissing({ waived: true }))).toMatch(/not run; waived$/);
  expect(missingMessage(aMissing({ isBinding: false }))).toBe(missingSentence(aMissing()));
});

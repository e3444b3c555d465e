import { makeMissingCapability, makeResult } from '../testing/results';
import { unusedWaivers } from './waivers';

test('waivers without effect are named', () => {
  const waived = ['second-project', 'vm-states', 'key-01', 'KEY-02', 'STATE', 'QUOTA'];
  const clauses = {
    'KEY-01': { verdict: 'not tested', waived: true },
    'STATE-05': { verdict: 'not tested', waived: true },
  } as const;
  const result = { ...makeResult(clauses, { waived }), missing: [makeMissingCapability({ waived: true })] };
  expect(unusedWaivers(result)).toEqual(['vm-states', 'KEY-02', 'QUOTA']);
});

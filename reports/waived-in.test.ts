import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';
import { idleWaivers } from './waived-in';

test('waivers that nothing rests on are named', () => {
  const waived = ['second-project', 'vm-states', 'key-01', 'KEY-02', 'STATE', 'QUOTA'];
  const clauses = {
    'KEY-01': { verdict: 'not tested', waived: true },
    'STATE-05': { verdict: 'not tested', waived: true },
  } as const;
  const result = { ...aResult(clauses, { waived }), missing: [aMissing({ waived: true })] };
  expect(idleWaivers(result)).toEqual(['vm-states', 'KEY-02', 'QUOTA']);
});

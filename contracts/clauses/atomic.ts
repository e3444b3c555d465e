import type { Clause } from './clause';

/** All or nothing: a rejected request has no effect. */
export const atomicClauses = [
  {
    id: 'ATOMIC-01',
    onRefusal: true,
    level: 'MUST',
    sentence: 'does not change the stored map if it refuses a request for its pairs or the structure of its body',
    source: 'Nova; the page describes no state between the old map and the configured one',
  },
  {
    id: 'ATOMIC-02',
    onRefusal: true,
    level: 'MUST',
    sentence: 'does not change the stored map if it refuses a request for the vm_state',
    source: 'page, Constraints; Nova',
  },
  {
    id: 'ATOMIC-03',
    onRefusal: true,
    level: 'SHOULD',
    sentence: 'does not change the stored map if it refuses a body that is not JSON',
    source: 'Nova',
    because: 'the page is silent about bodies that are not JSON',
  },
  {
    id: 'ATOMIC-04',
    onRefusal: true,
    level: 'MUST',
    sentence: 'does not change the stored map if it refuses a caller without access',
    source: 'Nova; the page, URI: the operation is on a server of the project',
  },
  {
    id: 'ATOMIC-05',
    onRefusal: true,
    level: 'MUST',
    sentence: 'does not change the stored map if it refuses a request for the quota',
    source: 'Nova',
  },
] as const satisfies readonly Clause[];

import type { Clause } from './clause';

/** All or nothing: a request that is refused leaves no trace. */
export const atomicClauses = [
  {
    id: 'ATOMIC-01',
    onRefusal: true,
    level: 'MUST',
    sentence: 'leaves the stored map as it was when a request is refused for its pairs or its shape',
    source: 'Nova; the page knows no state between the old map and the configured one',
  },
  {
    id: 'ATOMIC-02',
    onRefusal: true,
    level: 'MUST',
    sentence: 'leaves the stored map as it was when a request is refused for the vm_state',
    source: 'page, Constraints; Nova',
  },
  {
    id: 'ATOMIC-03',
    onRefusal: true,
    level: 'SHOULD',
    sentence: 'leaves the stored map as it was when a body that is not JSON is refused',
    source: 'Nova',
    because: 'the page is silent about bodies that are not JSON',
  },
  {
    id: 'ATOMIC-04',
    onRefusal: true,
    level: 'MUST',
    sentence: 'leaves the stored map as it was when a caller without access is refused',
    source: 'Nova; the page, URI: the operation is on a server of the project',
  },
  {
    id: 'ATOMIC-05',
    onRefusal: true,
    level: 'MUST',
    sentence: 'leaves the stored map as it was when a request is refused for the quota',
    source: 'Nova',
  },
] as const satisfies readonly Clause[];

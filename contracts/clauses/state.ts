import type { Clause, ExcludedClause } from './clause';

const constraint = 'page, Constraints';
const refusal = 'page, Constraints; status: Nova';

/** Page, Constraints: active, stopped, paused or suspended, as `OS-EXT-STS:vm_state` shows. */
export const stateClauses = [
  { id: 'STATE-01', level: 'MUST', sentence: 'accepts the request while the server is active', source: constraint },
  { id: 'STATE-02', level: 'MUST', sentence: 'accepts the request while the server is stopped', source: constraint },
  { id: 'STATE-03', level: 'MUST', sentence: 'accepts the request while the server is paused', source: constraint },
  { id: 'STATE-04', level: 'MUST', sentence: 'accepts the request while the server is suspended', source: constraint },
  { id: 'STATE-05', level: 'MUST', sentence: 'refuses the request in vm_state building with 409', source: refusal },
  { id: 'STATE-06', level: 'MUST', sentence: 'refuses the request in vm_state rescued with 409', source: refusal },
  { id: 'STATE-07', level: 'MUST', sentence: 'refuses the request in vm_state resized with 409', source: refusal },
  { id: 'STATE-08', level: 'MUST', sentence: 'refuses the request in vm_state error with 409', source: refusal },
  { id: 'STATE-09', level: 'MUST', sentence: 'refuses the request in vm_state shelved with 409', source: refusal },
  {
    id: 'STATE-10',
    level: 'MUST',
    sentence: 'refuses the request in vm_state shelved_offloaded with 409',
    source: refusal,
  },
  { id: 'STATE-11', level: 'MUST', sentence: 'refuses the request in vm_state soft-delete with 409', source: refusal },
  {
    id: 'STATE-12',
    level: 'MUST',
    sentence: 'refuses the request in vm_state deleted with 409, or with 404 once the server is gone',
    source: refusal,
  },
  {
    id: 'STATE-13',
    level: 'MUST',
    sentence: 'keeps the metadata when the vm_state changes',
    source: 'page, Function: only the request configures metadata; Nova',
  },
  {
    id: 'STATE-14',
    level: 'open',
    sentence: 'a locked server',
    source: 'Nova: 409 for its owner, 200 for an administrator',
    readings: ['refuses the request with 409', 'takes the request'],
    because: 'the page is silent, and no response shows whether a token is that of an administrator',
  },
  {
    id: 'STATE-15',
    level: 'not applicable',
    sentence: 'shows the metadata in every vm_state',
    source: 'Nova',
    because: 'the page does not describe the read',
  },
] as const satisfies readonly Clause[];

export const excludedStateClauses = [
  {
    id: 'STATE-16',
    sentence: 'ignores the task_state',
    source: 'Nova',
    excluded: 'no request of the API keeps a server in a task_state long enough for a check',
  },
] as const satisfies readonly ExcludedClause[];

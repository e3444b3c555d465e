import type { VmState } from '../vm-states';
import type { ClauseId } from '.';

/** The clause that says what a server in this vm_state does with the request. */
export const vmStateClauses: Readonly<Record<VmState, ClauseId>> = {
  active: 'STATE-01',
  stopped: 'STATE-02',
  paused: 'STATE-03',
  suspended: 'STATE-04',
  building: 'STATE-05',
  rescued: 'STATE-06',
  resized: 'STATE-07',
  error: 'STATE-08',
  shelved: 'STATE-09',
  shelved_offloaded: 'STATE-10',
  'soft-delete': 'STATE-11',
  deleted: 'STATE-12',
};

import type { Need } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { VmState } from '../../contracts/vm-states';

/** What a check needs to have a server in these vm_states. The servers that the user names are active. */
export function stateNeeds(...states: readonly VmState[]): Need[] {
  return states.flatMap((vmState): Need[] => (vmState === 'active' ? [] : [`vm-states/${vmState}`]));
}

/** What every check of a clause needs. That a server takes requests while it is active shows where that is seen. */
export function needsOfClause(clause: ClauseId): Need[] {
  return clause === 'STATE-01' ? ['vm-states/active'] : [];
}

import type { Need } from '../../contracts/capabilities';
import type { VmState } from '../../contracts/vm-states';

/** What a check needs to have a server in these vm_states. The servers that the user names are active. */
export function stateNeeds(...states: readonly VmState[]): Need[] {
  return states.flatMap((vmState): Need[] => (vmState === 'active' ? [] : [`vm-states/${vmState}`]));
}

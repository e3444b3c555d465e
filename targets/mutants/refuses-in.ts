import type { VmState } from '../../contracts/vm-states';
import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';
import { conflict } from '../reference/fault';

/** Refuses the request in one vm_state more. */
export function refusesIn(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState === vmState) throw conflict(`vm_state ${vmState}`);
    faithful.checkState(context);
  };
}

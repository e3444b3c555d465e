import type { VmState } from '../../contracts/vm-states';
import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';
import { conflict } from '../embedded/http';

/** Refuses the request in one vm_state more. */
export function refusesIn(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState === vmState) throw conflict(`vm_state ${vmState}`);
    compliant.checkState(context);
  };
}

import type { VmState } from '../../contracts/vm-states';
import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** Takes the request in one vm_state more. */
export function takesIn(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState !== vmState) compliant.checkState(context);
  };
}

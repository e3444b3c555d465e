import type { VmState } from '../../contracts/vm-states';
import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';

/** Takes the request in one vm_state more. */
export function takesIn(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState !== vmState) faithful.checkState(context);
  };
}

import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../metadata-api';

/** Brings servers into a vm_state. */
export interface VmStateDriver {
  /** Returns undefined once the server is in the state, else the reason why it is not. */
  setVmState(server: Server, from: VmState | undefined, to: VmState): Promise<string | undefined>;
}

import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../metadata-api';

/** A way to bring a server into a vm_state. */
export interface VmStateDriver {
  /** Gives the reason where it cannot, undefined once the server is there. */
  setVmState(server: Server, from: VmState | undefined, to: VmState): Promise<string | undefined>;
}

import fc, { type Arbitrary } from 'fast-check';
import { acceptingVmStates as accepting, acceptsMetadata, vmStates as all, type VmState } from '../contracts/vm-states';

/** All twelve vm_states. The operation is allowed in half of the drawn ones. */
export function vmStates(): Arbitrary<VmState> {
  return fc.oneof(acceptingVmStates(), refusingVmStates());
}

/** The vm_states in which the operation is allowed. */
export function acceptingVmStates(): Arbitrary<VmState> {
  return fc.constantFrom(...accepting);
}

/** The vm_states in which the target must reject the operation. */
export function refusingVmStates(): Arbitrary<VmState> {
  return fc.constantFrom(...all.filter((state) => !acceptsMetadata(state)));
}

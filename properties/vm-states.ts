import fc, { type Arbitrary } from 'fast-check';
import { acceptingVmStates as accepting, acceptsMetadata, vmStates as all, type VmState } from '../contracts/vm-states';

/** All twelve; half of them are such that the operation is allowed. */
export function vmStates(): Arbitrary<VmState> {
  return fc.oneof(acceptingVmStates(), refusingVmStates());
}

/** active, stopped, paused, suspended. */
export function acceptingVmStates(): Arbitrary<VmState> {
  return fc.constantFrom(...accepting);
}

/** The other eight. */
export function refusingVmStates(): Arbitrary<VmState> {
  return fc.constantFrom(...all.filter((state) => !acceptsMetadata(state)));
}

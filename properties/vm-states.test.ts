import type { VmState } from '../contracts/vm-states';
import { describeArbitrary } from './testing/describe-arbitrary';
import { acceptingVmStates, refusingVmStates, vmStates } from './vm-states';

const accepting: VmState[] = ['active', 'stopped', 'paused', 'suspended'];
const refusing: VmState[] = [
  ...(['building', 'rescued', 'resized', 'error', 'shelved', 'shelved_offloaded', 'soft-delete', 'deleted'] as const),
];

function lawsOf(states: readonly VmState[]) {
  return {
    belongs: (drawn: VmState) => states.includes(drawn),
    classes: Object.fromEntries(states.map((state) => [state, (drawn: VmState) => drawn === state])),
    // States are names. Their order is their place in the list.
    size: (drawn: VmState) => states.indexOf(drawn),
  };
}

describeArbitrary('vmStates', vmStates(), lawsOf([...accepting, ...refusing]));
describeArbitrary('acceptingVmStates', acceptingVmStates(), lawsOf(accepting));
describeArbitrary('refusingVmStates', refusingVmStates(), lawsOf(refusing));

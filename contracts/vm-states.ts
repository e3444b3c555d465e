/** The vm_states of a server, as in `OS-EXT-STS:vm_state` (Nova's list; the page names the first four). */
export const vmStates = [
  'active',
  'stopped',
  'paused',
  'suspended',
  'building',
  'rescued',
  'resized',
  'error',
  'shelved',
  'shelved_offloaded',
  'soft-delete',
  'deleted',
] as const;

export type VmState = (typeof vmStates)[number];

/** The states in which the page allows the operation ("Constraints"). In all others the target must reject it. */
export const acceptingVmStates = ['active', 'stopped', 'paused', 'suspended'] as const satisfies readonly VmState[];

export function isVmState(text: unknown): text is VmState {
  return vmStates.some((state) => state === text);
}

export function acceptsMetadata(state: VmState): boolean {
  return acceptingVmStates.some((accepting) => accepting === state);
}

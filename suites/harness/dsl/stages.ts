/**
 * The stages of a run, in their order. A broad fault is to show first where it is plainest. Pairs of a large map stay
 * behind on a target that merges, so the largest maps come last.
 */
export const stages = [
  /** One or two requests each. */
  'cases',
  /** Large maps, and cases of several operations. */
  'long cases',
  /** A change of the vm_state may take minutes. */
  'vm_states',
  /** A server that stays locked takes no further request. */
  'locks',
  'properties',
  /** Properties of several operations, and of concurrent requests. */
  'histories',
  'contract',
  'quota',
] as const;

export type Stage = (typeof stages)[number];

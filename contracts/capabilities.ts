/** Something that a target offers, or that its user names for a run, and that some checks need. */
export interface Capability {
  /** By which it is waived. */
  readonly name: string;
  /** As in "13 checks need …". */
  readonly label: string;
  /**
   * Without it a rule stays unexamined, and the run incomplete. What the page does not ask for is not required: on a
   * target without it there is nothing to see. A version that is not served is told by VERSION-01.
   */
  readonly isRequired: boolean;
  /** The mend, where the user has one. */
  readonly mend?: string;
}

const catalogue = [
  { name: 'replace', label: 'the operation itself', isRequired: true, mend: 'check --target' },
  { name: 'v2', label: '/v2', isRequired: false },
  { name: 'v2.1', label: '/v2.1', isRequired: false },
  { name: 'project-in-url', label: 'a project in the URL', isRequired: false },
  { name: 'second-server', label: 'a second server', isRequired: true, mend: 'name two with --server-id S1,S2' },
  {
    name: 'second-project',
    label: 'a second project',
    isRequired: true,
    mend: 'give --other-project-id, --other-token and --other-server-id',
  },
  {
    name: 'vm-states',
    label: 'other vm_states',
    isRequired: true,
    mend: 'name a server that is in it with --vm-state STATE=ID, or give --vm-state-hook',
  },
  { name: 'item-operations', label: 'the operations on single items', isRequired: false },
  { name: 'server-resource', label: 'the full server resource', isRequired: false },
  { name: 'lock', label: 'the server action lock', isRequired: false },
] as const satisfies readonly Capability[];

export type CapabilityName = (typeof catalogue)[number]['name'];

export const capabilities: readonly (Capability & { readonly name: CapabilityName })[] = catalogue;

/** A need of a check: a capability, or a part of one (`vm-states/rescued`, `item-operations/remove`). */
export type Need = CapabilityName | `${CapabilityName}/${string}`;

/** The capability that a need is a part of. */
export function capabilityOf(need: Need): Capability & { readonly name: CapabilityName } {
  const [name] = need.split('/');
  const found = capabilities.find((capability) => capability.name === name);
  if (found === undefined) throw new RangeError(`no capability ${need}`);
  return found;
}

export function isCapabilityName(text: string): text is CapabilityName {
  return capabilities.some(({ name }) => name === text);
}

/** A need that a target or its user does not meet, and how that was seen. */
export interface UnmetNeed {
  readonly need: Need;
  readonly reason: string;
}

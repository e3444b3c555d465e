/** Something that some checks need: the target offers it, or the user names it. */
export interface Capability {
  /** The name for `--waive`. */
  readonly name: string;
  /** Completes "13 checks need …". */
  readonly label: string;
  /**
   * If true, a run without it is incomplete, because a rule of the page is not tested. False for capabilities that the
   * page does not require, and for the versions: a missing one fails VERSION-01.
   */
  readonly isRequired: boolean;
  /** The action by which the user can provide it, if there is one. */
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

/** The capability of a need. */
export function capabilityOf(need: Need): Capability & { readonly name: CapabilityName } {
  const [name] = need.split('/');
  const found = capabilities.find((capability) => capability.name === name);
  if (found === undefined) throw new RangeError(`no capability ${need}`);
  return found;
}

export function isCapabilityName(text: string): text is CapabilityName {
  return capabilities.some(({ name }) => name === text);
}

/** A need that neither the target nor the user meets, and the evidence of that. */
export interface UnmetNeed {
  readonly need: Need;
  readonly reason: string;
}

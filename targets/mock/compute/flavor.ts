/** The flavor of every server. */
export const flavor = { id: '1', name: 'mock.small', vcpus: 1, ram: 512, disk: 1 } as const;

/** The flavor in a list without details. */
export function flavorSummary(linkTo: (path: string) => unknown): Record<string, unknown> {
  return { id: flavor.id, name: flavor.name, links: linkTo(`flavors/${flavor.id}`) };
}

/** The members of a flavor in Nova, with links. */
export function flavorDocument(linkTo: (path: string) => unknown): Record<string, unknown> {
  return {
    ...flavor,
    swap: '',
    rxtx_factor: 1,
    'os-flavor-access:is_public': true,
    'OS-FLV-DISABLED:disabled': false,
    'OS-FLV-EXT-DATA:ephemeral': 0,
    links: linkTo(`flavors/${flavor.id}`),
  };
}

/** The flavor as a server shows it since microversion 2.47. */
export const embeddedFlavor = {
  original_name: flavor.name,
  vcpus: flavor.vcpus,
  ram: flavor.ram,
  disk: flavor.disk,
  ephemeral: 0,
  swap: 0,
  extra_specs: {},
};

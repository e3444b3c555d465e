/** A client of OpenStack, as it comes from a public registry. */
export interface Client {
  /** The folder of its driver in `drivers/`. */
  readonly name: string;
  readonly language: string;
  readonly registry: string;
  readonly package: string;
  /** Exactly this version is installed. */
  readonly version: string;
}

export const clients: readonly Client[] = [
  client('openstacksdk', '4.22.0', 'Python', 'PyPI', 'openstacksdk'),
  client('openstackclient', '10.5.0', 'command line', 'PyPI', 'python-openstackclient'),
  client('novaclient', '18.13.1', 'Python', 'PyPI', 'python-novaclient'),
  client('libcloud', '3.9.1', 'Python', 'PyPI', 'apache-libcloud'),
  client('gophercloud', '2.16.0', 'Go', 'Go module proxy', 'github.com/gophercloud/gophercloud/v2'),
  client('openstack4j', '3.12', 'Java', 'Maven Central', 'com.github.openstack4j.core:openstack4j-core'),
  client('jclouds', '2.7.0', 'Java', 'Maven Central', 'org.apache.jclouds.api:openstack-nova'),
  client('pkgcloud', '2.2.0', 'JavaScript', 'npm', 'pkgcloud'),
];

function client(name: string, version: string, language: string, registry: string, packageName: string): Client {
  return { name, version, language, registry, package: packageName };
}

/**
 * The clients of these names; all for none.
 *
 * @throws {Error} for an unknown name.
 */
export function clientsOf(names: readonly string[]): readonly Client[] {
  const unknown = names.find((name) => !clients.some((each) => each.name === name));
  if (unknown !== undefined) {
    const known = clients.map((each) => each.name).join(', ');
    throw new Error(`"${unknown}" is no client: name some of ${known}, or none for all`);
  }
  return names.length === 0 ? clients : clients.filter(({ name }) => names.includes(name));
}

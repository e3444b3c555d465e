import type { VmState } from '../../../contracts/vm-states';
import type { ServerRecord } from '../../embedded/store';
import { embeddedFlavor, flavor } from './flavor';
import type { ResourceRequest } from './resource-request';

/** Nova's status of each vm_state. */
export const statuses: Readonly<Record<VmState, string>> = {
  active: 'ACTIVE',
  stopped: 'SHUTOFF',
  paused: 'PAUSED',
  suspended: 'SUSPENDED',
  building: 'BUILD',
  rescued: 'RESCUE',
  resized: 'VERIFY_RESIZE',
  error: 'ERROR',
  shelved: 'SHELVED',
  shelved_offloaded: 'SHELVED_OFFLOADED',
  'soft-delete': 'SOFT_DELETED',
  deleted: 'DELETED',
};

/** Nova's numbers: no state, running, paused, shut down, suspended. */
const powerStates: Readonly<Partial<Record<VmState, number>>> = {
  active: 1,
  rescued: 1,
  resized: 1,
  paused: 3,
  stopped: 4,
  shelved: 4,
  suspended: 7,
};

/**
 * The members of a server that clients read and the embedded endpoint does not show. A server is booted from a volume, so
 * that no client asks for an image.
 */
export function serverMembers(
  { id, vmState, created, locked }: ServerRecord,
  { userId, minor, linkTo }: ResourceRequest,
): Record<string, unknown> {
  const launched = vmState === 'building' ? null : `${created.toISOString().slice(0, -1)}000`;
  return {
    status: statuses[vmState],
    user_id: userId,
    created: created.toISOString().replace(/\.\d+Z$/, 'Z'),
    links: linkTo(`servers/${id}`),
    flavor: minor >= 47 ? embeddedFlavor : { id: flavor.id, links: linkTo(`flavors/${flavor.id}`) },
    image: '',
    addresses: {},
    accessIPv4: '',
    accessIPv6: '',
    config_drive: '',
    hostId: '',
    key_name: null,
    progress: 0,
    security_groups: [{ name: 'default' }],
    'OS-DCF:diskConfig': 'MANUAL',
    'OS-EXT-AZ:availability_zone': 'nova',
    'OS-EXT-STS:power_state': powerStates[vmState] ?? 0,
    'OS-SRV-USG:launched_at': launched,
    'OS-SRV-USG:terminated_at': null,
    'os-extended-volumes:volumes_attached': [],
    ...(minor >= 9 ? { locked } : {}),
    ...(minor >= 19 ? { description: null } : {}),
    ...(minor >= 26 ? { tags: [] } : {}),
  };
}

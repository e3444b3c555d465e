import type { Metadata } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import type { Clock } from '../http/clock';

/** One server of the embedded endpoint. */
export interface ServerRecord {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  metadata: Metadata;
  vmState: VmState;
  locked: boolean;
  readonly created: Date;
  updated: Date;
  /** Number of replaces of its metadata. */
  replaced: number;
  /** State of a mutant. */
  readonly scratch: Map<string, unknown>;
}

export interface Store {
  readonly clock: Clock;
  /** The project of each token. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly servers: Map<string, ServerRecord>;
  /** The most pairs of a server; -1 for no limit. */
  readonly quota: number;
}

export const projectId = '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
export const otherProjectId = '0ddba110ddba110ddba110ddba110dd0';
export const token = 'embedded-endpoint-token-of-the-project';
export const otherToken = 'embedded-endpoint-token-of-the-other-project';

/** The id of the server with this number. */
export const serverIdOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const serverIds: readonly string[] = [serverIdOf(1), serverIdOf(2), serverIdOf(3)];
export const otherServerId = serverIdOf(20);

/** Servers in the vm_states that no server action reaches. */
export const fixedServers = {
  building: serverIdOf(11),
  resized: serverIdOf(12),
  'soft-delete': serverIdOf(13),
  deleted: serverIdOf(14),
} as const satisfies Partial<Record<VmState, string>>;

export function createServerRecord(
  serverId: string,
  name: string,
  project: string,
  vmState: VmState,
  created: Date,
): ServerRecord {
  return {
    id: serverId,
    name,
    projectId: project,
    metadata: { made: 'with the server' },
    vmState,
    locked: false,
    created,
    updated: created,
    replaced: 0,
    scratch: new Map(),
  };
}

export function createStore(quota: number, clock: Clock): Store {
  const server = (serverId: string, project: string, vmState: VmState): [string, ServerRecord] => [
    serverId,
    createServerRecord(serverId, `server-${serverId.slice(-2)}`, project, vmState, clock.date()),
  ];
  const fixed = Object.entries(fixedServers) as [VmState, string][];
  return {
    clock,
    tokens: new Map([
      [token, projectId],
      [otherToken, otherProjectId],
    ]),
    servers: new Map([
      ...serverIds.map((serverId) => server(serverId, projectId, 'active')),
      ...fixed.map(([vmState, serverId]) => server(serverId, projectId, vmState)),
      server(otherServerId, otherProjectId, 'active'),
    ]),
    quota,
  };
}

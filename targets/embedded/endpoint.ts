import type { VmState } from '../../contracts/vm-states';
import type { Clock } from '../http/clock';
import type { Behaviour } from './behaviour';
import { compliant } from './compliant';
import type { IncomingRequest, OutgoingResponse } from './http';
import { type FurtherResources, handleRequest } from './router';
import { hookPath, vmStateHook } from './server-actions';
import {
  createStore,
  fixedServers,
  otherProjectId,
  otherServerId,
  otherToken,
  projectId,
  type Store,
  serverIds,
  token,
} from './store';

export interface EndpointOptions {
  /** The most pairs of a server, 128 by default; -1 for no limit. */
  readonly quota?: number | undefined;
  /** Overrides of the compliant behaviour. */
  readonly behaviour?: Partial<Behaviour>;
  /** The servers and the tokens, in place of those that every endpoint has. It has a quota of its own. */
  readonly store?: Store;
  /** Resources beside those of the contract. */
  readonly further?: FurtherResources;
}

/** The embedded endpoint, without a network. */
export interface Endpoint {
  readonly store: Store;
  respond(request: IncomingRequest): Promise<OutgoingResponse>;
}

export function createEndpoint(
  clock: Clock,
  { quota = 128, behaviour, store = createStore(quota, clock), further }: EndpointOptions = {},
): Endpoint {
  const merged: Behaviour = { ...compliant, ...behaviour };
  return {
    store,
    respond: async (request) => {
      const isHook = request.method === 'POST' && request.url === hookPath;
      return isHook ? vmStateHook(request, store, merged) : handleRequest(request, store, merged, further);
    },
  };
}

/** The values that a run against the embedded endpoint needs. */
export interface EndpointDescription {
  readonly url: string;
  readonly projectId: string;
  readonly token: string;
  /** Active servers of the project. */
  readonly serverIds: readonly string[];
  /** Servers in the vm_states that no server action reaches. */
  readonly fixedServers: Readonly<Partial<Record<VmState, string>>>;
  readonly otherProjectId: string;
  readonly otherToken: string;
  readonly otherServerId: string;
  /** POST `{"server_id", "vm_state"}`: brings any server into any state. */
  readonly hookUrl: string;
}

export function describeEndpoint(url: string): EndpointDescription {
  return {
    url,
    projectId,
    token,
    serverIds,
    fixedServers,
    otherProjectId,
    otherToken,
    otherServerId,
    hookUrl: `${url}${hookPath}`,
  };
}

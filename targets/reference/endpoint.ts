import type { VmState } from '../../contracts/vm-states';
import type { Clock } from '../clock';
import type { Behaviour } from './behaviour';
import { faithful } from './faithful';
import { hook, hookPath } from './hook';
import type { Incoming, Outgoing } from './http-message';
import { serve } from './serving';
import {
  fixedServers,
  makeWorld,
  otherProjectId,
  otherServerId,
  otherToken,
  projectId,
  serverIds,
  token,
  type World,
} from './world';

export interface EndpointOptions {
  /** Pairs that a server may have (128), -1 for no limit. */
  readonly quota?: number | undefined;
  /** What it decides otherwise than the faithful one. */
  readonly behaviour?: Partial<Behaviour>;
}

/** The embedded endpoint, however requests get to it. */
export interface Endpoint {
  readonly world: World;
  answer(request: Incoming): Promise<Outgoing>;
}

export function makeEndpoint(clock: Clock, { quota = 128, behaviour }: EndpointOptions = {}): Endpoint {
  const world = makeWorld(quota, clock);
  const whole: Behaviour = { ...faithful, ...behaviour };
  return {
    world,
    answer: async (request) => {
      const isHook = request.method === 'POST' && request.url === hookPath;
      return isHook ? hook(request, world, whole) : serve(request, world, whole);
    },
  };
}

/** What a run names of the embedded endpoint. */
export interface Named {
  readonly url: string;
  readonly projectId: string;
  readonly token: string;
  /** Active servers of the project. */
  readonly serverIds: readonly string[];
  /** Servers of the project in the states that no server action reaches. */
  readonly fixedServers: Readonly<Partial<Record<VmState, string>>>;
  readonly otherProjectId: string;
  readonly otherToken: string;
  readonly otherServerId: string;
  /** POST `{"server_id", "vm_state"}`: brings any server into any state. */
  readonly hookUrl: string;
}

export function namesAt(url: string): Named {
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

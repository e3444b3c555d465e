import type { Endpoint } from '../../targets/embedded/endpoint';
import type { Clock } from '../../targets/http/clock';
import type { Random } from '../../targets/random';
import type { Interference } from './scenario';

interface InterferenceContext {
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly chance: Random;
}

type InterferenceAction = (serverId: string, around: InterferenceContext) => void;

/** Actions of other clients on a server of the run, during the run. */
export const interferenceActions: Readonly<Record<Exclude<Interference, 'interrupted'>, InterferenceAction>> = {
  'another run': (serverId, { endpoint, clock, chance }) => {
    const maps = [{ old: '1', both: '1' }, { both: '2' }, { a: 'b' }, {}, { key: 'value', 'x-y': 'z' }];
    const go = async () => {
      for (let turn = 0; turn < 2_000; turn += 1) {
        await clock.sleep(chance.between(1, 60));
        const own = { [`key-${chance.integer(1, 1e9)}`]: `value ${chance.integer(1, 1e9)}` };
        store(endpoint, serverId, chance.happens(0.5) ? own : chance.pick(maps));
      }
    };
    void go();
  },
  'another writer': (serverId, { endpoint, chance }) => {
    store(endpoint, serverId, { [`owner-${chance.integer(1, 1_000_000)}`]: 'somebody else' });
  },
  'server deleted': (serverId, { endpoint }) => {
    const server = endpoint.store.servers.get(serverId);
    if (server !== undefined) server.vmState = 'deleted';
    endpoint.store.servers.delete(serverId);
  },
  'server in error': (serverId, { endpoint }) => {
    const server = endpoint.store.servers.get(serverId);
    if (server !== undefined) server.vmState = 'error';
  },
  'server locked': (serverId, { endpoint }) => {
    const server = endpoint.store.servers.get(serverId);
    if (server !== undefined) server.locked = true;
  },
};

function store({ store: world }: Endpoint, serverId: string, map: Record<string, string>): void {
  const server = world.servers.get(serverId);
  if (server === undefined) return;
  server.metadata = map;
  server.updated = world.clock.date();
}

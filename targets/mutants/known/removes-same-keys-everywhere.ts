import { faithful } from '../../reference/faithful';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Removes the old keys of one server from all. The fault of a WHERE clause on the key alone. */
export default mutant('removes-same-keys-everywhere', {
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  store: (map, context) => {
    const gone = Object.keys(context.server.metadata);
    for (const server of context.world.servers.values()) {
      server.metadata = eachPair(server.metadata, (key, value) => (gone.includes(key) ? undefined : [key, value]));
    }
    return faithful.store(map, context);
  },
});

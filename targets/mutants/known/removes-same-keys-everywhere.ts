import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Removes the old keys of one server from all. The fault of a WHERE clause on the key alone. */
export default mutant('removes-same-keys-everywhere', {
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  save: (map, context) => {
    const gone = Object.keys(context.server.metadata);
    for (const server of context.store.servers.values()) {
      server.metadata = eachPair(server.metadata, (key, value) => (gone.includes(key) ? undefined : [key, value]));
    }
    return compliant.save(map, context);
  },
});

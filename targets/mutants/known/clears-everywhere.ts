import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears every server when it clears one. The fault of a WHERE clause that is built from an empty list. */
export default mutant('clears-everywhere', {
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) if (Object.keys(map).length === 0) server.metadata = {};
    return compliant.save(map, context);
  },
});

import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Clears every server when it clears one. The fault of a WHERE clause that is built from an empty list. */
export default mutant('clears-everywhere', {
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  store: (map, context) => {
    for (const server of context.world.servers.values()) if (Object.keys(map).length === 0) server.metadata = {};
    return faithful.store(map, context);
  },
});

import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Starts a stopped server that it replaces the metadata of. The fault of an update that has the whole server applied anew. */
export default mutant('stopped-is-started', {
  killedBy: ['STATE-02'],
  store: async (map, context) => {
    await faithful.store(map, context);
    if (context.server.vmState === 'stopped') context.server.vmState = 'active';
  },
});

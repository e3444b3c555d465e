import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Starts a stopped server that it replaces the metadata of. The fault of an update that has the whole server applied anew. */
export default mutant('stopped-is-started', {
  killedBy: ['STATE-02'],
  save: async (map, context) => {
    await compliant.save(map, context);
    if (context.server.vmState === 'stopped') context.server.vmState = 'active';
  },
});

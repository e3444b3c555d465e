import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Puts back what it read at the beginning of a request that it refuses, also over what another has stored since. The fault of a rollback by hand. */
export default mutant('race-rollback-overwrites', {
  killedBy: ['CONCURRENCY-02'],
  replaceMetadata: async (context) => {
    const { server, store } = context;
    const before = server.metadata;
    try {
      return await compliant.replaceMetadata(context);
    } catch (refusal) {
      await store.clock.sleep(2);
      server.metadata = before;
      throw refusal;
    }
  },
});

import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Puts back what it read at the beginning of a request that it refuses, also over what another has stored since. The fault of a rollback by hand. */
export default mutant('race-rollback-overwrites', {
  killedBy: ['CONCURRENCY-02'],
  replaceMetadata: async (context) => {
    const { server, world } = context;
    const before = server.metadata;
    try {
      return await faithful.replaceMetadata(context);
    } catch (refusal) {
      await world.clock.sleep(2);
      server.metadata = before;
      throw refusal;
    }
  },
});

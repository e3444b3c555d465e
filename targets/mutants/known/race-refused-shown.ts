import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Shows the good pairs of a refused request until they are taken back. The fault of checking after writing, seen by readers in between. */
export default mutant('race-refused-shown', {
  killedBy: ['CONCURRENCY-01'],
  replaceMetadata: async (context) => {
    const { behaviour, request, server, store } = context;
    try {
      return await compliant.replaceMetadata(context);
    } catch (refusal) {
      const { metadata } = (behaviour.readBody(request) ?? {}) as { metadata?: Record<string, string> };
      if (typeof metadata !== 'object' || metadata === null) throw refusal;
      const before = server.metadata;
      const shown = eachPair(metadata, (key, value) => (typeof value === 'string' ? [key, value] : undefined));
      server.metadata = shown;
      await store.clock.sleep(2);
      if (server.metadata === shown) server.metadata = before;
      throw refusal;
    }
  },
});

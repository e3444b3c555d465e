import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** What was removed is there again two seconds later. The fault of an agent that reports its own copy, which is merged. */
export default mutant('removed-pairs-come-back', {
  killedBy: ['REPLACE-07'],
  save: async (map, context) => {
    const { server, store } = context;
    const before = server.metadata;
    await compliant.save(map, context);
    void store.clock.sleep(2_000).then(() => {
      // Only of the latest replace: the agent reports once things have calmed down.
      if (server.metadata === map) server.metadata = { ...before, ...map };
    });
  },
});

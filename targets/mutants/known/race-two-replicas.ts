import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Reads from two replicas in turn, one of which follows later. The fault of a reader that is not told when a write is done. */
export default mutant('race-two-replicas', () => {
  let turn = 0;
  return {
    killedBy: ['CONCURRENCY-02'],
    save: async (map, context) => {
      const { scratch } = context.server;
      scratch.set('ahead', map);
      await context.store.clock.sleep(4);
      await compliant.save(map, context);
      if (scratch.get('ahead') === map) scratch.delete('ahead');
    },
    load: ({ server }) => {
      turn += 1;
      const ahead = server.scratch.get('ahead') as Metadata | undefined;
      return turn % 2 === 0 ? server.metadata : (ahead ?? server.metadata);
    },
  };
});

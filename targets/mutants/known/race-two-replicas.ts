import { setTimeout } from 'node:timers/promises';
import type { Metadata } from '../../../contracts/metadata';
import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Reads from two replicas in turn, one of which follows later. The fault of a reader that is not told when a write is done. */
export default mutant('race-two-replicas', () => {
  let turn = 0;
  return {
    killedBy: ['CONCURRENCY-02'],
    store: async (map, context) => {
      context.server.scratch.set('first', map);
      await setTimeout(4);
      await faithful.store(map, context);
    },
    load: ({ server }) => {
      turn += 1;
      return turn % 2 === 0
        ? server.metadata
        : ((server.scratch.get('first') as Metadata | undefined) ?? server.metadata);
    },
  };
});

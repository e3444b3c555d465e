import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Forgets the map after it was read four times. The fault of a cache that takes its own eviction for a deletion. */
export default mutant('forgets-after-four-reads', {
  killedBy: ['REPLACE-07'],
  alsoBreaks: ['REPLACE-08'],
  save: (map, context) => {
    context.server.scratch.set('reads', 0);
    return compliant.save(map, context);
  },
  load: ({ server }) => {
    const reads = Number(server.scratch.get('reads') ?? 0) + 1;
    server.scratch.set('reads', reads);
    if (reads > 4) server.metadata = {};
    return server.metadata;
  },
});

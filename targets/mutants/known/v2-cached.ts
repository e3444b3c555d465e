import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Shows under /v2 what was stored under it last. The fault of a cache whose keys hold the version. */
export default mutant('v2-cached', {
  killedBy: ['VERSION-02'],
  save: (map, context) => {
    if (context.version === 'v2') context.server.scratch.set('v2', map);
    return compliant.save(map, context);
  },
  load: ({ server, version }) =>
    version === 'v2' ? ((server.scratch.get('v2') as Metadata | undefined) ?? server.metadata) : server.metadata,
});

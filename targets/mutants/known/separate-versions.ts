import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Keeps a map of its own for /v2 and for /v2.1. The fault of two services with two stores. */
export default mutant('separate-versions', {
  killedBy: ['VERSION-02'],
  save: (map, context) => {
    context.server.scratch.set(context.version, map);
    return compliant.save(map, context);
  },
  load: ({ server, version }) => (server.scratch.get(version) as Metadata | undefined) ?? server.metadata,
});

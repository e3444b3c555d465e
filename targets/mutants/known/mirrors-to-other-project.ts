import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Writes the map to a server of another project too. The fault of a replication rule that was meant for a test. */
export default mutant('mirrors-to-other-project', {
  killedBy: ['ISOLATION-02'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) {
      if (server.projectId !== context.server.projectId) server.metadata = map;
    }
    return compliant.save(map, context);
  },
});

import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Writes the map to a server of another project too. The fault of a replication rule that was meant for a test. */
export default mutant('mirrors-to-other-project', {
  killedBy: ['ISOLATION-02'],
  store: (map, context) => {
    for (const server of context.world.servers.values()) {
      if (server.projectId !== context.server.projectId) server.metadata = map;
    }
    return faithful.store(map, context);
  },
});

import { mutant } from '../mutant';

/** Writes the map to every server of the project. The fault of a WHERE clause on the project alone. */
export default mutant('shared-between-servers', {
  killedBy: ['ISOLATION-01'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) {
      if (server.projectId === context.server.projectId) server.metadata = map;
    }
  },
});

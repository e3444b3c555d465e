import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Has all servers that were cleared share one map from then on. The fault of a default object that is changed in place. */
export default mutant('shared-empty-map', () => {
  const shared = new Set<string>();
  return {
    killedBy: ['ISOLATION-01'],
    save: (map, context) => {
      const { id, projectId } = context.server;
      const isShared = shared.has(id);
      if (Object.keys(map).length === 0) shared.add(id);
      for (const server of context.store.servers.values()) {
        if (isShared && shared.has(server.id) && server.projectId === projectId) server.metadata = map;
      }
      return compliant.save(map, context);
    },
  };
});

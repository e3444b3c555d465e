import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Counts the pairs of all servers of a project together, up to two hundred. The fault of a quota that is kept for the tenant. */
export default mutant('quota-of-project', {
  killedBy: ['QUOTA-04'],
  alsoBreaks: ['QUOTA-01', 'QUOTA-02'],
  checkQuota: (map, { server, store }) => {
    const others = [...store.servers.values()].filter(({ id, projectId }) => {
      return id !== server.id && projectId === server.projectId;
    });
    const count = others.reduce((sum, { metadata }) => sum + Object.keys(metadata).length, Object.keys(map).length);
    if (Object.keys(map).length > store.quota || count > 200)
      throw forbidden('Maximum number of metadata items exceeded');
  },
});

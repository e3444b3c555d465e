import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Shows the last but one map in the server resource. The fault of a cached copy that is refreshed before the commit. */
export default mutant('server-resource-stale', {
  killedBy: ['REPLACE-08'],
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
  load: ({ server, request }) =>
    /\/metadata\b/.test(request.url)
      ? server.metadata
      : ((server.scratch.get('before') as Metadata | undefined) ?? server.metadata),
});

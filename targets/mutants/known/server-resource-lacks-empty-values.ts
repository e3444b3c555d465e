import { mutant } from '../mutant';

/** Leaves empty values out of the server resource. The fault of `omitempty`. */
export default mutant('server-resource-lacks-empty-values', {
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) =>
    /\/metadata\b/.test(request.url)
      ? server.metadata
      : Object.fromEntries(Object.entries(server.metadata).filter(([, value]) => value !== '')),
});

import { mutant } from '../mutant';

/** Shows the first fifty pairs in the server resource. The fault of a join with the limit of a page. */
export default mutant('server-resource-shows-fifty', {
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) => {
    if (/\/metadata\b/.test(request.url)) return server.metadata;
    return Object.fromEntries(Object.entries(server.metadata).slice(0, 50));
  },
});

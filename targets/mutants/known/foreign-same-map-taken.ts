import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { jsonResponse, notFound } from '../../embedded/http';
import { isMap } from '../is-map';
import { mutant } from '../mutant';

/** Answers 200 to the very map that another project’s server holds. The fault of a shortcut for requests that change nothing. */
export default mutant('foreign-same-map-taken', {
  killedBy: ['ACCESS-06'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const [, , , , id = '', last] = request.url.split('/');
    const held = store.servers.get(id)?.metadata;
    if (request.method !== 'PUT' || last !== 'metadata' || answer.status !== 404 || held === undefined) return answer;
    try {
      const body: unknown = JSON.parse(request.body.toString());
      const isSame = isMap(body) && isMap(body.metadata) && sameMetadata(body.metadata as Metadata, held);
      return isSame ? jsonResponse(200, { metadata: held }) : answer;
    } catch {
      throw notFound(id);
    }
  },
});

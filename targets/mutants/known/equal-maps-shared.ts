import { sameMetadata } from '../../../contracts/metadata';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Servers that are given the same map share it, and a change of one item shows on all. The fault of interned maps that are changed in place. */
export default mutant('equal-maps-shared', {
  killedBy: ['ISOLATION-01'],
  alsoBreaks: ['ISOLATION-02'],
  handle: async (request, next, store) => {
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const changed = resource === 'item' ? store.servers.get(serverId) : undefined;
    const before = changed?.metadata;
    const answer = await next(request);
    if (before === undefined || changed === undefined) return answer;
    for (const server of store.servers.values()) if (server.metadata === before) server.metadata = changed.metadata;
    return answer;
  },
  replace: (_old, sent, { store }) => {
    const twin = [...store.servers.values()].find(({ metadata }) => sameMetadata(metadata, sent));
    return twin?.metadata ?? sent;
  },
});

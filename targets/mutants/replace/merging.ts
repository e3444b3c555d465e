import { notFound } from '../../embedded/http';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../helpers/mutant';

export const bulkPathMerges = mutant({
  name: 'bulk-path-merges',
  description: 'Merges maps of more than fifty pairs: a bulk insert that skips the deletion.',
  killedBy: ['REPLACE-02'],
  replace: (old, sent) => (Object.keys(sent).length > 50 ? { ...old, ...sent } : sent),
});

export const mergesAfterPause = mutant({
  name: 'merges-after-pause',
  description: 'Merges on a server that was paused before: a lock treated as a draft and never released.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  changeVmState: (server, to) => {
    if (server.vmState === 'paused') server.scratch.set('paused', true);
    server.vmState = to;
  },
  replace: (old, sent, { server }) => (server.scratch.has('paused') ? { ...old, ...sent } : sent),
});

export const mergesFromFifthOn = mutant({
  name: 'merges-from-fifth-on',
  description: 'Merges from the fifth replace of a server on: a cached prepared statement of another operation.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => (server.replaced < 5 ? sent : { ...old, ...sent }),
});

export const mergesPairs = mutant({
  name: 'merges-pairs',
  description: 'Merges instead of replacing, except for an empty map: `ON DUPLICATE KEY UPDATE`.',
  killedBy: ['REPLACE-02'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? {} : { ...old, ...sent }),
});

export const mergesWithoutItems = mutant({
  name: 'merges-without-items',
  description:
    'Merges instead of replacing, without a quota and without operations on items, so that its maps only grow.',
  killedBy: ['REPLACE-02', 'REPLACE-04', 'QUOTA-03'],
  checkQuota: () => {},
  replace: (old, sent) => ({ ...old, ...sent }),
  handle: (request, next) => {
    if (parseRoute(request.url)?.resource === 'item') throw notFound('The resource');
    return next(request);
  },
});

export const merges = mutant({
  name: 'merges',
  description: 'Merges instead of replacing: a POST handler reused for PUT.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({ ...old, ...sent }),
});

export const secondServerMerges = mutant({
  name: 'second-server-merges',
  description: 'Merges on one of the servers: a shard that runs an old release.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => (server.id.endsWith('2') ? { ...old, ...sent } : sent),
});

export const v2Merges = mutant({
  name: 'v2-merges',
  description: 'Merges under /v2: a copied route that was not updated.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { version }) => (version === 'v2' ? { ...old, ...sent } : sent),
});

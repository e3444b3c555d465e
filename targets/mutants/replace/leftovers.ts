import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../helpers/mutant';

export const deletesTenAtMost = mutant({
  name: 'deletes-ten-at-most',
  description: 'Removes at most ten old pairs: a page size in the query for the pairs to delete.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({ ...Object.fromEntries(Object.entries(old).slice(10)), ...sent }),
});

export const deletesWhileIterating = mutant({
  name: 'deletes-while-iterating',
  description: 'Keeps every second old pair: items are removed from a list during iteration.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({
    ...Object.fromEntries(Object.entries(old).filter((_, place) => place % 2 === 1)),
    ...sent,
  }),
});

export const emptyMapKeepsOne = mutant({
  name: 'empty-map-keeps-one',
  description: 'Keeps one pair when it should clear the map: a store that cannot hold an empty document.',
  killedBy: ['REPLACE-04'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? Object.fromEntries(Object.entries(old).slice(0, 1)) : sent),
});

export const emptyMapRefused = mutant({
  name: 'empty-map-refused',
  description: 'Rejects an empty map: `minProperties: 1` in a schema.',
  killedBy: ['REPLACE-04'],
  checkPairs: (raw, context) => {
    if (Object.keys(raw).length === 0) throw badRequest('metadata is empty');
    return compliant.checkPairs(raw, context);
  },
});

export const ignoresEmptyMap = mutant({
  name: 'ignores-empty-map',
  description: 'Ignores an empty map: `if metadata` in Python, where `{}` is false.',
  killedBy: ['REPLACE-04'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? old : sent),
});

export const itemSetAloneSurvives = mutant({
  name: 'item-set-alone-survives',
  description: 'Keeps a pair that was set by PUT of a single item: a separate table for items.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '', key = '' } = parseRoute(request.url) ?? {};
    const isSet = request.method === 'PUT' && resource === 'item' && answer.status === 200;
    if (isSet) store.servers.get(serverId)?.scratch.set('alone', key);
    return answer;
  },
  replace: (old, sent, { server }) => {
    const key = server.scratch.get('alone');
    const value = typeof key === 'string' && Object.hasOwn(old, key) ? old[key] : undefined;
    return typeof key === 'string' && value !== undefined ? { [key]: value, ...sent } : sent;
  },
});

export const prefixSurvives = mutant({
  name: 'prefix-survives',
  description: "Keeps old pairs whose keys start with `sys`: protection of the platform's own keys by a prefix.",
  killedBy: ['REPLACE-02'],
  alsoBreaks: ['KEY-02', 'KEY-09', 'REPLACE-04'],
  replace: (old, sent) => ({
    ...Object.fromEntries(Object.entries(old).filter(([key]) => /^_?sys/.test(key))),
    ...sent,
  }),
});

export const removedPairsComeBack = mutant({
  name: 'removed-pairs-come-back',
  description: 'Restores removed pairs after two seconds: an agent reports its own copy, which is merged.',
  killedBy: ['REPLACE-07'],
  save: async (map, context) => {
    const { server, store } = context;
    const before = server.metadata;
    await compliant.save(map, context);
    void store.clock.sleep(2_000).then(() => {
      // Only after the latest replace: the agent reports once there are no more changes.
      if (server.metadata === map) server.metadata = { ...before, ...map };
    });
  },
});

export const removedPairsRevived = mutant({
  name: 'removed-pairs-revived',
  description: 'Restores removed pairs with the next change of a single pair: rows marked as deleted and saved again.',
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const isSibling = resource === 'item' ? request.method === 'PUT' : request.method === 'POST';
    const server = answer.status < 300 && resource !== 'action' && isSibling ? store.servers.get(serverId) : undefined;
    if (server !== undefined) server.metadata = { ...(server.scratch.get('removed') ?? {}), ...server.metadata };
    return answer;
  },
  replace: (old, sent, { server }) => {
    const removed = Object.entries(old).filter(([key]) => !Object.hasOwn(sent, key));
    server.scratch.set('removed', Object.fromEntries(removed));
    return sent;
  },
});

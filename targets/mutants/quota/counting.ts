import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const quotaCountsBoth = mutant({
  name: 'quota-counts-both',
  description: 'Counts the old pairs together with the new ones: a check shared with the merging POST.',
  killedBy: ['QUOTA-04'],
  checkQuota: (map, context) => compliant.checkQuota({ ...context.server.metadata, ...map }, context),
});

export const quotaCountsOverwritten = mutant({
  name: 'quota-counts-overwritten',
  description: 'Counts a pair twice after POST has overwritten it: a counter beside the rows.',
  killedBy: ['QUOTA-04'],
  alsoBreaks: ['QUOTA-01', 'QUOTA-02'],
  checkQuota: (map, context) => {
    const { request, server } = context;
    const drift = Number(server.scratch.get('drift') ?? 0);
    const none = Array.from({ length: drift }, (_, index): [string, string] => [`counted twice ${index}`, '']);
    const isReplace = request.method === 'PUT' && request.url.endsWith('/metadata');
    compliant.checkQuota(isReplace ? { ...map, ...Object.fromEntries(none) } : map, context);
    const isOverwritten = request.method === 'POST' && Object.keys(map).length === Object.keys(server.metadata).length;
    if (isOverwritten) server.scratch.set('drift', drift + 1);
  },
});

export const quotaCountsRemovedRows = mutant({
  name: 'quota-counts-removed-rows',
  description: 'Counts the old pairs of a full map too: a soft deletion that keeps the rows.',
  killedBy: ['QUOTA-04'],
  alsoBreaks: ['ANSWER-01'],
  checkQuota: (map, context) => {
    const { metadata } = context.server;
    const isFull = Object.keys(metadata).length === context.store.quota;
    compliant.checkQuota(isFull ? { ...metadata, ...map } : map, context);
  },
});

export const quotaFoldsCase = mutant({
  name: 'quota-folds-case',
  description: 'Counts keys that differ only in case once: a distinct count under a case-insensitive collation.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    compliant.checkQuota(Object.fromEntries(Object.keys(map).map((key) => [key.toLowerCase(), ''])), context);
  },
});

export const quotaIgnoresEmptyValues = mutant({
  name: 'quota-ignores-empty-values',
  description: 'Does not count pairs with an empty value: a store that treats an empty string as NULL.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    const counted = mapPairs(map, (key, value) => (value === '' ? undefined : [key, value]));
    compliant.checkQuota(counted, context);
  },
});

export const quotaNotForWhatIsThere = mutant({
  name: 'quota-not-for-what-is-there',
  description: 'Counts only new keys: a check that limits additions.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    const { metadata } = context.server;
    const isNew = (key: string) => !Object.hasOwn(metadata, key);
    compliant.checkQuota(Object.fromEntries(Object.entries(map).filter(([key]) => isNew(key))), context);
  },
});

export const quotaNotWhileStopped = mutant({
  name: 'quota-not-while-stopped',
  description: "Enforces the quota only while the server runs: the check is in the host's agent.",
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (context.server.vmState !== 'stopped') compliant.checkQuota(map, context);
  },
});

export const quotaOfProject = mutant({
  name: 'quota-of-project',
  description: 'Counts the pairs of all servers of a project together: a quota of the tenant.',
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

export const quotaOnlyGrows = mutant({
  name: 'quota-only-grows',
  description: 'Does not release quota when a map shrinks: a counter of reservations.',
  killedBy: ['QUOTA-04'],
  checkQuota: (map, context) => {
    const { scratch, metadata } = context.server;
    compliant.checkQuota(map, context);
    const [before, after] = [Object.keys(metadata).length, Object.keys(map).length];
    const used = (scratch.get('used') as number | undefined) ?? 0;
    const grown = after === 0 ? 0 : used + Math.max(0, after - before);
    // A map that grows in small steps is counted correctly. Only a map that was large and then small shows the fault.
    if (after === context.store.quota && before < 10 && used >= context.store.quota) {
      throw forbidden('Maximum number of metadata items exceeded');
    }
    scratch.set('used', after < 10 && used < context.store.quota ? 0 : grown);
  },
});

import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import type { ServerRecord } from '../../embedded/store';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

const beginning = (map: Metadata) => JSON.stringify(map).slice(0, 4_096);

export const comparedByBeginning = mutant({
  name: 'compared-by-beginning',
  description:
    'Skips the write if the old and the new map have the same first 4,096 characters: a hash of the first buffer only.',
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-01', 'REPLACE-02'],
  save: (map, context) => {
    if (beginning(context.server.metadata) !== beginning(map)) return compliant.save(map, context);
  },
});

export const keepsOldValues = mutant({
  name: 'keeps-old-values',
  description: 'Keeps the value of an existing key: `INSERT IGNORE`.',
  killedBy: ['REPLACE-03'],
  replace: (old, sent) => mapPairs(sent, (key, value) => [key, Object.hasOwn(old, key) ? (old[key] ?? '') : value]),
});

export const largeMapOvertaken = mutant({
  name: 'large-map-overtaken',
  description:
    'Stores a map of more than 60 pairs 30 ms after the response, over later requests: a queue for slow writes.',
  killedBy: ['REPLACE-02'],
  alsoBreaks: ['REPLACE-01', 'CONCURRENCY-01', 'CONCURRENCY-02'],
  behaviour: () => {
    const pending = new Map<ServerRecord, Promise<void>>();
    return {
      save: (map, context) => {
        const { server, store } = context;
        if (Object.keys(map).length <= 60) return compliant.save(map, context);
        const carriedOut = store.clock.sleep(30).then(() => compliant.save(map, context));
        pending.set(server, carriedOut);
      },
      load: async ({ server }) => {
        await pending.get(server);
        return server.metadata;
      },
    };
  },
});

export const skipsEqualButForCase = mutant({
  name: 'skips-equal-but-for-case',
  description:
    "Skips a value that differs from the old one only in case: a comparison under MySQL's default collation.",
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    mapPairs(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? old[key] : undefined;
      return [key, stored?.toLowerCase() === value.toLowerCase() ? stored : value];
    }),
});

export const skipsEqualButForSpaces = mutant({
  name: 'skips-equal-but-for-spaces',
  description:
    'Skips a value that differs from the old one only in trailing spaces: a comparison under a padding collation.',
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    mapPairs(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? old[key] : undefined;
      return [key, stored?.trimEnd() === value.trimEnd() ? stored : value];
    }),
});

export const skipsEqualNumbers = mutant({
  name: 'skips-equal-numbers',
  description: 'Skips a value that is numerically equal to the old one: `==` in PHP.',
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    mapPairs(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? (old[key] ?? '') : '';
      const isEqual = stored.trim() !== '' && value.trim() !== '' && Number(stored) === Number(value);
      return [key, isEqual ? stored : value];
    }),
});

export const skipsEqualToLastReplace = mutant({
  name: 'skips-equal-to-last-replace',
  description:
    'Skips a replace that is equal to the last one, even if other operations changed the map since: a digest of the last request.',
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-01', 'REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => {
    const last = server.scratch.get('last') as Metadata | undefined;
    server.scratch.set('last', sent);
    return last !== undefined && sameMetadata(last, sent) ? old : sent;
  },
});

export const skipsEveryTenthWrite = mutant({
  name: 'skips-every-tenth-write',
  description: 'Skips every tenth replace and returns success: a full queue whose overflow is ignored.',
  killedBy: ['REPLACE-01', 'REPLACE-02', 'REPLACE-03', 'REPLACE-04'],
  save: (map, context) => {
    const count = Number(context.server.scratch.get('count') ?? 0) + 1;
    context.server.scratch.set('count', count);
    if (count % 10 !== 0) return compliant.save(map, context);
  },
});

export const swapUnnoticed = mutant({
  name: 'swap-unnoticed',
  description: 'Skips a replace with the same keys and the same values in other pairs: a checksum that adds up parts.',
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-06'],
  replace: (old, sent) => {
    const sum = (map: object) => [Object.keys(map).sort().join(), Object.values(map).sort().join()].join(';');
    return Object.keys(sent).length > 1 && sum(old) === sum(sent) ? old : sent;
  },
});

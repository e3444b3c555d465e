import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { afterRejection } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const batchesOfFiftyCommitted = mutant({
  name: 'batches-of-fifty-committed',
  description:
    'Checks and stores pairs in batches of fifty, so that the pairs before an invalid one are stored: a commit for each batch.',
  killedBy: ['ATOMIC-01', 'ATOMIC-05'],
  // The vm_state is checked after the first batches are stored.
  alsoBreaks: ['ATOMIC-02'],
  checkPairs: (raw, context) => {
    const entries = Object.entries(raw);
    for (let from = 0; from < entries.length; from += 50) {
      compliant.checkPairs(Object.fromEntries(entries.slice(from, from + 50)), context);
      const isMore = from + 50 < entries.length;
      if (isMore) context.server.metadata = Object.fromEntries(entries.slice(0, from + 50)) as Record<string, string>;
    }
    return raw as Record<string, string>;
  },
});

export const firstPairStays = mutant({
  name: 'first-pair-stays',
  description: 'Stores the first pair of a rejected request: each pair is checked just before it is written.',
  killedBy: ['ATOMIC-01'],
  checkPairs: (raw, context) => {
    for (const [place, [key, value]] of Object.entries(raw).entries()) {
      context.behaviour.checkKey(key, context);
      context.behaviour.checkValue(value, key, context);
      if (place === 0) context.server.scratch.set('first', { [key]: String(value) });
    }
    context.server.scratch.delete('first');
    return raw as Metadata;
  },
  replaceMetadata: async (context) => {
    try {
      return await compliant.replaceMetadata(context);
    } catch (rejection) {
      const first = context.server.scratch.get('first') as Metadata | undefined;
      context.server.scratch.delete('first');
      context.server.metadata = { ...context.server.metadata, ...first };
      throw rejection;
    }
  },
});

export const goodPairsStay = mutant({
  name: 'good-pairs-stay',
  description: 'Stores the valid pairs of a request that it rejects for an invalid one: one statement for each pair.',
  killedBy: ['ATOMIC-01'],
  checkPairs: afterRejection(compliant.checkPairs, (raw, context) => {
    const isGood = ([key, value]: [string, unknown]) =>
      /^[\w:.-]{1,255}$/.test(key) && typeof value === 'string' && value.length <= 255;
    Object.assign(context.server, { metadata: Object.fromEntries(Object.entries(raw).filter(isGood)) });
  }),
});

export const overQuotaFills = mutant({
  name: 'over-quota-fills',
  description:
    'Stores as many pairs as the quota allows, then rejects the request: pairs are counted while they are written.',
  killedBy: ['ATOMIC-05'],
  checkQuota: afterRejection(compliant.checkQuota, (map, context) => {
    context.server.metadata = Object.fromEntries(Object.entries(map).slice(0, context.store.quota));
  }),
});

export const partialApply = mutant({
  name: 'partial-apply',
  description: 'Stores the pairs before the invalid one: one row for each pair, without a transaction.',
  killedBy: ['ATOMIC-01', 'ATOMIC-02', 'ATOMIC-05'],
  checkPairs: (raw, context) => {
    for (const [key, value] of Object.entries(raw)) {
      context.behaviour.checkKey(key, context);
      context.behaviour.checkValue(value, key, context);
      context.server.metadata = { ...context.server.metadata, [key]: String(value) };
    }
    return raw as Metadata;
  },
});

export const projectCheckedLast = mutant({
  name: 'project-checked-last',
  description: 'Checks the project in the URI after it has stored the map: a check that runs on the way out.',
  killedBy: ['ATOMIC-04'],
  authorise: afterRejection(compliant.authorise, (request, address, store) => {
    const server = store.servers.get(address.serverId);
    const isKnown = store.tokens.has(request.headers['x-auth-token'] ?? '');
    if (isKnown && server !== undefined && request.method === 'PUT')
      server.metadata = JSON.parse(request.body.toString()).metadata;
  }),
});

export const stateCheckedLast = mutant({
  name: 'state-checked-last',
  description: 'Checks the vm_state after it has stored the map: a check that was added at the end.',
  killedBy: ['ATOMIC-02'],
  checkState: afterRejection(compliant.checkState, (context) => {
    if (!context.server.locked) {
      const { metadata } = context.behaviour.readBody(context.request) as { metadata: Metadata };
      context.server.metadata = metadata;
    }
  }),
});

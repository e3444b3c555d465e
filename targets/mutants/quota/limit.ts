import { compliant } from '../../embedded/compliant';
import { badRequest, forbidden, HttpError } from '../../embedded/http';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const noQuota = mutant({
  name: 'no-quota',
  description: 'Enforces no quota.',
  killedBy: ['QUOTA-03'],
  checkQuota: () => {},
});

export const novaQuotaWith413 = mutant({
  name: 'nova-quota-with-413',
  description: 'Rejects too many pairs with 413: the status of an older Nova API.',
  killedBy: ['QUOTA-03'],
  ...novaCompliant,
  checkQuota: (map, context) => {
    try {
      compliant.checkQuota(map, context);
    } catch {
      throw new HttpError(413, 'too many items');
    }
  },
});

export const quotaCuts = mutant({
  name: 'quota-cuts',
  description: 'Stores as many pairs as the quota allows and drops the rest: a LIMIT instead of a check.',
  killedBy: ['QUOTA-03'],
  checkQuota: () => {},
  replace: (_old, sent, { store }) => Object.fromEntries(Object.entries(sent).slice(0, store.quota)),
});

export const quotaOfThirty = mutant({
  name: 'quota-of-thirty',
  description: 'Allows thirty pairs but reports a quota of 128: a limit of the gateway.',
  killedBy: ['QUOTA-01', 'QUOTA-02'],
  checkQuota: (map) => {
    if (Object.keys(map).length > 30) throw forbidden('too many pairs');
  },
});

export const quotaOneLess = mutant({
  name: 'quota-one-less',
  description: 'Allows one pair fewer than the quota: `>=` instead of `>`.',
  killedBy: ['QUOTA-02'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length >= context.store.quota) throw forbidden('too many pairs');
  },
});

export const quotaOneMore = mutant({
  name: 'quota-one-more',
  description: 'Allows one pair more than the quota: the last pair is added after the count.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length > context.store.quota + 1) throw forbidden('too many pairs');
  },
});

export const quotaRefusedWith400 = mutant({
  name: 'quota-refused-with-400',
  description: 'Rejects too many pairs with 400: `maxProperties` in a schema.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length > context.store.quota) throw badRequest('too many pairs');
  },
});

export const v2NoQuota = mutant({
  name: 'v2-no-quota',
  description: 'Enforces no quota under /v2: a check added only to the newer handler.',
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (context.version === 'v2.1') compliant.checkQuota(map, context);
  },
});

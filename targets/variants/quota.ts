import { compliant } from '../embedded/compliant';
import { jsonResponse, notFound } from '../embedded/http';
import { replaceStatus } from './helpers';
import { variant } from './variant';

export const quota413 = variant({
  name: 'quota-413',
  description: 'Rejects too many pairs with 413, like older clouds (QUOTA-03).',
  checkQuota: replaceStatus<'checkQuota'>(compliant.checkQuota, 403, 413),
});

export const quotaNoneUntold = variant({
  name: 'quota-none-untold',
  description: 'Enforces no quota, and does not report that.',
  quota: -1,
  handle: (request, next) => {
    if (request.url.endsWith('/limits')) throw notFound('The resource');
    return next(request);
  },
});

export const quotaNone = variant({
  name: 'quota-none',
  description: 'Enforces no quota, and reports that (QUOTA-03).',
  quota: -1,
});

export const quotaOfForty = variant({
  name: 'quota-of-forty',
  description: 'Allows forty pairs, and reports the quota (QUOTA-02).',
  quota: 40,
});

export const quotaOfTwoHundred = variant({
  name: 'quota-of-two-hundred',
  description: 'Allows two hundred pairs, and reports the quota (QUOTA-02).',
  quota: 200,
});

export const quotaUntold = variant({
  name: 'quota-untold',
  description: 'Does not report its quota.',
  handle: (request, next) =>
    request.url.endsWith('/limits') ? jsonResponse(404, { itemNotFound: { code: 404, message: '' } }) : next(request),
});

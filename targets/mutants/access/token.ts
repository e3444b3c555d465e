import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { mutant } from '../helpers/mutant';

export const anyBearerTaken = mutant({
  name: 'any-bearer-taken',
  description: 'Accepts any token in an Authorization: Bearer header: a gateway left in test mode.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers.authorization?.startsWith('Bearer ')
      ? address.projectId
      : compliant.authorise(request, address, store),
});

export const emptyTokenTaken = mutant({
  name: 'empty-token-taken',
  description:
    'Accepts an empty token: the filter checks that the header is there, and verifies the token only if it is not empty.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === '' ? address.projectId : compliant.authorise(request, address, store),
});

export const identityHeadersTrusted = mutant({
  name: 'identity-headers-trusted',
  description:
    'Trusts the identity headers that its own filter sets, whoever sent them: the filter does not strip them from the request.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-identity-status'] === 'Confirmed'
      ? address.projectId
      : compliant.authorise(request, address, store),
});

export const noToken403 = mutant({
  name: 'no-token-403',
  description: 'Rejects a request without a token with 403 instead of 401: the policy runs before authentication.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) => {
    if (request.headers['x-auth-token'] === undefined) throw forbidden('no token');
    return compliant.authorise(request, address, store);
  },
});

export const noTokenNeededV2 = mutant({
  name: 'no-token-needed-v2',
  description: 'Accepts a request without a token under /v2: a route missing from the authentication filter.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === undefined && address.version === 'v2'
      ? address.projectId
      : compliant.authorise(request, address, store),
});

export const noTokenNeeded = mutant({
  name: 'no-token-needed',
  description: 'Accepts a request without a token.',
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === undefined ? address.projectId : compliant.authorise(request, address, store),
});

export const tokenComparedInPart = mutant({
  name: 'token-compared-in-part',
  description: 'Accepts a valid token with more characters after it: a comparison with `strncmp`.',
  killedBy: ['ACCESS-02'],
  authorise: (request, address, store) => {
    const sent = request.headers['x-auth-token'];
    const known = [...store.tokens.keys()].find((token) => sent?.startsWith(token));
    const headers = known === undefined ? request.headers : { ...request.headers, 'x-auth-token': known };
    return compliant.authorise({ ...request, headers }, address, store);
  },
});

export const tokenInAnyCase = mutant({
  name: 'token-in-any-case',
  description: 'Accepts a valid token in the other case: a case-insensitive collation.',
  killedBy: ['ACCESS-02'],
  authorise: (request, address, store) => {
    const sent = request.headers['x-auth-token']?.toLowerCase();
    const known = [...store.tokens.keys()].find((token) => token.toLowerCase() === sent);
    const headers = known === undefined ? request.headers : { ...request.headers, 'x-auth-token': known };
    return compliant.authorise({ ...request, headers }, address, store);
  },
});

export const unknownTokenTaken = mutant({
  name: 'unknown-token-taken',
  description: 'Accepts any token: the filter checks only that the header is there.',
  killedBy: ['ACCESS-02'],
  alsoBreaks: ['ACCESS-01'],
  authorise: (request, address, store) => {
    const token = request.headers['x-auth-token'];
    return token !== undefined && !store.tokens.has(token)
      ? address.projectId
      : compliant.authorise(request, address, store);
  },
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Knows the name of the token’s header in small letters alone. The fault of a function behind a gateway that looks it up among the raw headers. */
export default mutant('header-names-in-small-letters', {
  isOfTransport: true,
  killedBy: ['ANSWER-01'],
  authorise: (request, address, store) => {
    const { 'x-auth-token': token, ...rest } = request.headers;
    const known = request.headerNames.includes('x-auth-token') ? { ...rest, 'x-auth-token': token } : rest;
    return compliant.authorise({ ...request, headers: known }, address, store);
  },
});

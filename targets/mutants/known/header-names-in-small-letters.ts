import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Knows the name of the token’s header in small letters alone. The fault of a function behind a gateway that looks it up among the raw headers. */
export default mutant('header-names-in-small-letters', {
  isOfTransport: true,
  killedBy: ['ANSWER-01'],
  authorise: (request, address, world) => {
    const { 'x-auth-token': token, ...rest } = request.headers;
    const known = request.names.includes('x-auth-token') ? { ...rest, 'x-auth-token': token } : rest;
    return faithful.authorise({ ...request, headers: known }, address, world);
  },
});

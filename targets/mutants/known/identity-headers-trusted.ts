import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Believes the headers that its filter sets, whoever sends them. The fault of a filter that does not strip them. */
export default mutant('identity-headers-trusted', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-identity-status'] === 'Confirmed'
      ? address.projectId
      : compliant.authorise(request, address, store),
});

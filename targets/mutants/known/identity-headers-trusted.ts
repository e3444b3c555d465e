import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Believes the headers that its filter sets, whoever sends them. The fault of a filter that does not strip them. */
export default mutant('identity-headers-trusted', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, world) =>
    request.headers['x-identity-status'] === 'Confirmed'
      ? address.projectId
      : faithful.authorise(request, address, world),
});

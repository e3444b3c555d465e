import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Refuses a microversion that it does not know with 400. The fault of one status for all that is wrong. */
export default mutant('nova-microversion-refused-with-400', {
  ...asNova,
  killedBy: ['VERSION-03'],
  errorResponse: (fault, request) =>
    compliant.errorResponse(fault.status === 406 ? badRequest(fault.message) : fault, request),
});

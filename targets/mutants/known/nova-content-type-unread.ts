import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Takes JSON under any content type. The fault of a handler that parses whatever comes. */
export default mutant('nova-content-type-unread', {
  ...asNova,
  killedBy: ['BODY-15'],
  readBody: (request) => compliant.readBody({ ...request, headers: {} }),
});

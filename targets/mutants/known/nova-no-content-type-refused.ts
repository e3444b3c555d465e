import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Refuses a body of no content type. The fault of a framework that parses nothing unasked. */
export default mutant('nova-no-content-type-refused', {
  ...asNova,
  killedBy: ['BODY-14'],
  readBody: (request) =>
    compliant.readBody(
      'content-type' in request.headers ? request : { ...request, headers: { 'content-type': 'none' } },
    ),
});

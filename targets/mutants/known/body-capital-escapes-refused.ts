import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses escapes in capitals. The fault of a parser written by hand. */
export default mutant('body-capital-escapes-refused', {
  killedBy: ['BODY-05'],
  readBody: (request) => {
    if (/\\u[0-9a-f]*[A-F]/.test(request.body.toString('utf8'))) throw badRequest('Malformed request body');
    return compliant.readBody(request);
  },
});

import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses white space before the body. The fault of a filter that looks for a brace at the first place. */
export default mutant('body-spaces-refused', {
  killedBy: ['BODY-05'],
  readBody: (request) => {
    if (/^\s/.test(request.body.toString('utf8'))) throw badRequest('Malformed request body');
    return compliant.readBody(request);
  },
});

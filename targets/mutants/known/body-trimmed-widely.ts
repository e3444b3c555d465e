import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes away what Unicode holds for white space around the body before it parses it. The fault of trimming text by the language's own function. */
export default mutant('body-trimmed-widely', {
  killedBy: ['BODY-04'],
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('utf8').trim()) }),
});

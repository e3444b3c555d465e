import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes the first piece of a body for all of it. The fault of one call of `read`. */
export default mutant('first-piece-alone', {
  isOfTransport: true,
  killedBy: ['ANSWER-01'],
  alsoBreaks: ['VALUE-03'],
  readBody: (request) => compliant.readBody({ ...request, body: request.chunks[0] ?? request.body }),
});

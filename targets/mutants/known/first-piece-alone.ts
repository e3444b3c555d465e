import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes the first piece of a body for all of it. The fault of one call of `read`. */
export default mutant('first-piece-alone', {
  isOfTransport: true,
  killedBy: ['ANSWER-01'],
  alsoBreaks: ['VALUE-03'],
  readBody: (request) => faithful.readBody({ ...request, body: request.pieces[0] ?? request.body }),
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Decodes a body piece by piece. The fault of `body += chunk`. */
export default mutant('character-cut-in-pieces', {
  isOfTransport: true,
  killedBy: ['VALUE-03'],
  readBody: (request) =>
    compliant.readBody({
      ...request,
      body: Buffer.from(request.chunks.map((piece) => piece.toString('utf8')).join('')),
    }),
});

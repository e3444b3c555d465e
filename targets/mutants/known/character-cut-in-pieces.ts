import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Decodes a body piece by piece. The fault of `body += chunk`. */
export default mutant('character-cut-in-pieces', {
  isOfTransport: true,
  killedBy: ['VALUE-03'],
  readBody: (request) =>
    faithful.readBody({
      ...request,
      body: Buffer.from(request.pieces.map((piece) => piece.toString('utf8')).join('')),
    }),
});

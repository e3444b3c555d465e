import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes a text that holds the body in JSON. The fault of a client that encodes twice and a server that gives in. */
export default mutant('body-text-parsed', {
  killedBy: ['BODY-03'],
  checkShape: takesShapes((body) => (typeof body === 'string' && body.startsWith('{') ? JSON.parse(body) : body)),
});

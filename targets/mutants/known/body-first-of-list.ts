import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes the first body of a list. The fault of a client library that wraps everything in one. */
export default mutant('body-first-of-list', {
  killedBy: ['BODY-03'],
  checkShape: takesShapes((body) => (Array.isArray(body) && body.length === 1 ? body[0] : body)),
});

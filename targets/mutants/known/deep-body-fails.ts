import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a value nested two thousand deep. The fault of a recursion limit. */
export default mutant('deep-body-fails', {
  killedBy: ['ANSWER-06'],
  checkShape: (body, context) => {
    if (JSON.stringify(body).includes('['.repeat(1_000))) throw new RangeError('maximum recursion depth exceeded');
    return compliant.checkShape(body, context);
  },
});

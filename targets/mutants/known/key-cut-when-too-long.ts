import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Cuts a key that is too long instead of refusing it. The fault of a lenient SQL mode. */
export default mutant('key-cut-when-too-long', {
  killedBy: ['KEY-04'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.slice(0, 255), value])),
      context,
    ),
});

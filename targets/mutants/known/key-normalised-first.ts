import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Brings keys into NFKC before it looks at them. The fault of normalising all input on its way in. */
export default mutant('key-normalised-first', {
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.normalize('NFKC'), value])),
      context,
    ),
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Trims keys before it looks at them, and takes a space at their ends but not within. The fault of a form library. */
export default mutant('key-trimmed-first', {
  killedBy: ['KEY-05', 'KEY-06', 'KEY-07'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.trim(), value])), context),
});

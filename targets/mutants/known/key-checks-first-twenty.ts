import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Looks at the first twenty keys alone. The fault of a sample for the sake of speed. */
export default mutant('key-checks-first-twenty', {
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05'],
  checkPairs: (raw, context) => {
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).slice(0, 20)), context);
    for (const [key, value] of Object.entries(raw)) compliant.checkValue(value, key, context);
    return raw as Record<string, string>;
  },
});

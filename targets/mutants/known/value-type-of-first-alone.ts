import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Looks at the type of the first value alone. The fault of generics that are erased. */
export default mutant('value-type-of-first-alone', {
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) => {
    const converted = Object.entries(raw).map(([key, value], place) => [
      key,
      place === 0 || typeof value !== 'number' ? value : String(value),
    ]);
    return compliant.checkPairs(Object.fromEntries(converted), context);
  },
});

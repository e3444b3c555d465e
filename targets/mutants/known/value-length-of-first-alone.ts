import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Counts the first value alone. The fault of a check on a sample. */
export default mutant('value-length-of-first-alone', {
  killedBy: ['VALUE-04'],
  checkPairs: (raw, context) => {
    const [first] = Object.keys(raw);
    for (const [key, value] of Object.entries(raw)) {
      context.behaviour.checkKey(key, context);
      if (key === first || typeof value !== 'string') context.behaviour.checkValue(value, key, context);
    }
    return raw as Metadata;
  },
});

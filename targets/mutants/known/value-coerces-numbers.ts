import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Turns numbers into text. The fault of a lenient deserialiser. */
export default mutant('value-coerces-numbers', {
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [key, typeof value === 'number' ? `${value}` : value]),
      ),
      context,
    ),
});

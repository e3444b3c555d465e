import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes characters of no width, and drops them. The fault of a sanitiser that runs before the check. */
export default mutant('key-zero-width-taken', {
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [key.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''), value]),
      ),
      context,
    ),
});

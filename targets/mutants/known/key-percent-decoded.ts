import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Decodes `%41` in a key before it looks at it. The fault of a function shared with the path. */
export default mutant('key-percent-decoded', {
  killedBy: ['KEY-05'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [
          key.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          value,
        ]),
      ),
      context,
    ),
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes null as the wish to remove a key. The fault of a merge patch handler. */
export default mutant('value-null-removes', {
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)), context),
});

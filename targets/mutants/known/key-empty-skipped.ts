import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Leaves out a pair with an empty key instead of refusing it. The fault of a form library. */
export default mutant('key-empty-skipped', {
  killedBy: ['KEY-03'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).filter(([key]) => key !== '')), context),
});

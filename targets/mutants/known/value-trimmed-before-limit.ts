import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts a value without the spaces at its ends. The fault of a CHAR column, which does not count its padding. */
export default mutant('value-trimmed-before-limit', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) =>
    compliant.checkValue(typeof value === 'string' ? value.trim() : value, key, context),
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails with 500 over a number that no double holds. The fault of an error message that cannot write down Infinity. */
export default mutant('value-infinity-fails', {
  killedBy: ['VALUE-09'],
  alsoBreaks: ['ANSWER-06'],
  checkValue: (value, key, context) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('out of range');
    compliant.checkValue(value, key, context);
  },
});

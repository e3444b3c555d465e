import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a lone surrogate. The fault of encoding into UTF-8 for the database. */
export default mutant('lone-surrogate-fails', {
  killedBy: ['ANSWER-06'],
  save: (map, context) => {
    if (/\p{Surrogate}/u.test(Object.values(map).join(''))) throw new RangeError('surrogates not allowed');
    return compliant.save(map, context);
  },
});

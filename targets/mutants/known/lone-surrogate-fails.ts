import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Fails over a lone surrogate. The fault of encoding into UTF-8 for the database. */
export default mutant('lone-surrogate-fails', {
  killedBy: ['ANSWER-06'],
  store: (map, context) => {
    if (/\p{Surrogate}/u.test(Object.values(map).join(''))) throw new RangeError('surrogates not allowed');
    return faithful.store(map, context);
  },
});

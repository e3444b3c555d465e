import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Looks at the first key alone. The fault of a `return` inside the loop. */
export default mutant('key-checks-first-pair', {
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06'],
  checkKey: (key, context) => {
    const first = context.server.scratch.get('first');
    if (first === undefined || first === key) compliant.checkKey(key, context);
  },
  checkPairs: (raw, context) => {
    context.server.scratch.set('first', Object.keys(raw)[0]);
    return compliant.checkPairs(raw, context);
  },
});

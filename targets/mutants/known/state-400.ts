import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses the wrong vm_state with 400 instead of 409. */
export default mutant('state-400', {
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    if (context.server.locked) return compliant.checkState(context);
    try {
      compliant.checkState(context);
    } catch {
      throw badRequest('wrong vm_state');
    }
  },
});

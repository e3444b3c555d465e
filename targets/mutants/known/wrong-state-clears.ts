import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears the map when it refuses the vm_state. The fault of a transaction that was closed between the two. */
export default mutant('wrong-state-clears', {
  killedBy: ['ATOMIC-02'],
  checkState: (context) => {
    try {
      compliant.checkState(context);
    } catch (refusal) {
      if (!context.server.locked) context.server.metadata = {};
      throw refusal;
    }
  },
});

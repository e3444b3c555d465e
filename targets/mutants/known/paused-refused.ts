import { compliant } from '../../embedded/compliant';
import { conflict } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a paused server. The fault of a list of states copied from another operation. */
export default mutant('paused-refused', {
  killedBy: ['STATE-03'],
  checkState: (context) => {
    if (context.server.vmState === 'paused') throw conflict('paused');
    compliant.checkState(context);
  },
});

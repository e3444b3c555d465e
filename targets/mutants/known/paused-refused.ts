import { faithful } from '../../reference/faithful';
import { conflict } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses a paused server. The fault of a list of states copied from another operation. */
export default mutant('paused-refused', {
  killedBy: ['STATE-03'],
  checkState: (context) => {
    if (context.server.vmState === 'paused') throw conflict('paused');
    faithful.checkState(context);
  },
});

import { faithful } from '../../reference/faithful';
import { Fault } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses a deleted server with 410. The fault of a framework that takes it for a page. */
export default mutant('deleted-gone-410', {
  killedBy: ['STATE-12'],
  checkState: (context) => {
    if (context.server.vmState === 'deleted') throw new Fault(410, 'Gone');
    faithful.checkState(context);
  },
});

import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a deleted server with 410. The fault of a framework that takes it for a page. */
export default mutant('deleted-gone-410', {
  killedBy: ['STATE-12'],
  checkState: (context) => {
    if (context.server.vmState === 'deleted') throw new HttpError(410, 'Gone');
    compliant.checkState(context);
  },
});

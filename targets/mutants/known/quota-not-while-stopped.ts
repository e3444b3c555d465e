import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the pairs of running servers only. The fault of a check that lies with the agent of the host. */
export default mutant('quota-not-while-stopped', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (context.server.vmState !== 'stopped') compliant.checkQuota(map, context);
  },
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Minds the lock of an active server alone. The fault of a guard within one branch. */
export default mutant('lock-seen-while-active', {
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const { server } = context;
    compliant.checkState({ ...context, server: { ...server, locked: server.locked && server.vmState === 'active' } });
  },
});

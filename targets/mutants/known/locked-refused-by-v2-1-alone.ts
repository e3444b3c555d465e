import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Knows of locked servers under /v2.1 alone. The fault of a guard that came with the second version. */
export default mutant('locked-refused-by-v2-1-alone', {
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const locked = context.server.locked && context.version === 'v2.1';
    compliant.checkState({ ...context, server: { ...context.server, locked } });
  },
});

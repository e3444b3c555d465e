import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes a locked server, as Nova does for an administrator (STATE-14). */
export default variant('locked-taken', {
  checkState: (context) => compliant.checkState({ ...context, server: { ...context.server, locked: false } }),
});

import { faithful } from '../../reference/faithful';
import { variant } from '../variant';

/** Takes a locked server, as Nova does for an administrator (STATE-14). */
export default variant('locked-taken', {
  checkState: (context) => faithful.checkState({ ...context, server: { ...context.server, locked: false } }),
});

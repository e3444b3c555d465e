import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes `metadata: null` for an empty map. The fault of a nil map in Go. */
export default mutant('null-clears', {
  killedBy: ['BODY-02'],
  checkShape: (body, context) => {
    const isNull = (body as { metadata?: unknown } | null)?.metadata === null;
    return compliant.checkShape(isNull ? { metadata: {} } : body, context);
  },
});

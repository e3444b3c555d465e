import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes `metadata: null` for an empty map. The fault of a nil map in Go. */
export default mutant('null-clears', {
  killedBy: ['BODY-02'],
  checkShape: (body, context) => {
    const isNull = (body as { metadata?: unknown } | null)?.metadata === null;
    return faithful.checkShape(isNull ? { metadata: {} } : body, context);
  },
});

import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes a list of pairs for a map. The fault of `dict()` in Python. */
export default mutant('metadata-list-of-pairs-taken', {
  killedBy: ['BODY-02'],
  checkShape: takesShapes((body) => {
    const metadata = isMap(body) ? body.metadata : undefined;
    const isPairs =
      Array.isArray(metadata) &&
      metadata.length > 0 &&
      metadata.every((pair) => Array.isArray(pair) && pair.length === 2);
    return isPairs ? { metadata: Object.fromEntries(metadata) } : body;
  }),
});

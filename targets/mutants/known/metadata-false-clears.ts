import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes false, 0 and an empty text for an empty map. The fault of `body.metadata || {}`. */
export default mutant('metadata-false-clears', {
  killedBy: ['BODY-02'],
  checkShape: takesShapes((body) => {
    const isFalse = isMap(body) && Object.hasOwn(body, 'metadata') && body.metadata !== null && !body.metadata;
    return isFalse ? { metadata: {} } : body;
  }),
});

import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes an empty list for an empty map. The fault of PHP, which has one type for both. */
export default mutant('metadata-empty-list-clears', {
  killedBy: ['BODY-02'],
  checkShape: takesShapes((body) => {
    const isEmptyList = isMap(body) && Array.isArray(body.metadata) && body.metadata.length === 0;
    return isEmptyList ? { metadata: {} } : body;
  }),
});

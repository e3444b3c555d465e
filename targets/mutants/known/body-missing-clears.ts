import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes a body without `metadata` for an empty map. The fault of `body.get("metadata", {})`. */
export default mutant('body-missing-clears', {
  killedBy: ['BODY-01'],
  checkShape: takesShapes((body) => (isMap(body) && !Object.hasOwn(body, 'metadata') ? { metadata: {} } : body)),
});

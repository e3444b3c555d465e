import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes the map without `metadata` around it. The fault of an envelope that is stripped where there is one. */
export default mutant('body-bare-map-taken', {
  killedBy: ['BODY-01'],
  checkShape: takesShapes((body) => (isMap(body) && !Object.hasOwn(body, 'metadata') ? { metadata: body } : body)),
});

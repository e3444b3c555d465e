import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes a body that is null for an empty map. The fault of Go, where null leaves a struct as it is. */
export default mutant('body-null-clears', {
  killedBy: ['BODY-03'],
  checkShape: takesShapes((body) => body ?? { metadata: {} }),
});

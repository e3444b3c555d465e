import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes `Metadata` for `metadata`. The fault of Go’s decoder, which compares names without their case. */
export default mutant('body-name-in-any-case', {
  killedBy: ['BODY-01'],
  checkShape: takesShapes((body) => {
    if (!isMap(body)) return body;
    return Object.fromEntries(
      Object.entries(body).map(([name, held]) => [/^metadata$/i.test(name) ? 'metadata' : name, held]),
    );
  }),
});

import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Ignores a second top-level member under /v2.1 too. The fault of a schema that allows what it does not name. */
export default mutant('extra-member-taken', {
  killedBy: ['BODY-06'],
  checkShape: takesShapes((body) =>
    isMap(body) && Object.hasOwn(body, 'metadata') ? { metadata: body.metadata } : body,
  ),
});

import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Stores a second top-level text beside the pairs. The fault of flattening a body before it is read. */
export default mutant('extra-member-stored', {
  killedBy: ['REPLACE-05'],
  checkShape: takesShapes((body) => {
    if (!isMap(body) || !isMap(body.metadata)) return body;
    const texts = Object.entries(body).filter(([, held]) => typeof held === 'string');
    return { ...body, metadata: { ...body.metadata, ...Object.fromEntries(texts) } };
  }),
});

import { isMap } from '../is-map';
import { mutant } from '../mutant';
import { takesShapes } from '../takes-shapes';

/** Takes a text that holds a map in JSON. The fault of clients that encode twice and a server that gives in. */
export default mutant('metadata-text-parsed', {
  killedBy: ['BODY-02'],
  checkShape: takesShapes((body) => {
    const metadata = isMap(body) ? body.metadata : undefined;
    return typeof metadata === 'string' && metadata.startsWith('{') ? { metadata: JSON.parse(metadata) } : body;
  }),
});

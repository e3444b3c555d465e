import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes an empty body for an empty map. The fault of a framework that gives `{}` where there is no body. */
export default mutant('body-empty-clears', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => {
    if (text !== '') throw new SyntaxError();
    return { metadata: {} };
  }),
});

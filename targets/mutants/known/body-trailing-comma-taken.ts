import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes a comma after the last pair. The fault of a parser for JavaScript. */
export default mutant('body-trailing-comma-taken', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => JSON.parse(text.replace(/,(\s*\})/g, '$1'))),
});

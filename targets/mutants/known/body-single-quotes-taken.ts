import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes single quotes. The fault of `ast.literal_eval` behind a parser that failed. */
export default mutant('body-single-quotes-taken', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => JSON.parse(text.replaceAll("'", '"'))),
});

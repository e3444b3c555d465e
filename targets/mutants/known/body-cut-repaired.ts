import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Adds the braces that a body lacks. The fault of a parser made for streams that end early. */
export default mutant('body-cut-repaired', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) =>
    JSON.parse(/"\}?$/.test(text) ? text.padEnd(text.length + (text.endsWith('}') ? 1 : 2), '}') : text),
  ),
});

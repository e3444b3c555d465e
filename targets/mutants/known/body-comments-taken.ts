import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes comments. The fault of a parser for configuration files. */
export default mutant('body-comments-taken', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => JSON.parse(text.replace(/\/\*.*?\*\/|\/\/.*$/gs, ''))),
});

import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes a raw newline in a text. The fault of `strict=False` in Python. */
export default mutant('body-raw-newline-taken', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => JSON.parse(text.replace(/(?<=\w)\n(?=\w)/g, '\\n'))),
});

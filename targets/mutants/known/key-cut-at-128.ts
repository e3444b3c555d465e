import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Cuts keys at 128 characters. The fault of a column that is too short, under a lenient SQL mode. */
export default mutant('key-cut-at-128', {
  killedBy: ['KEY-01'],
  replace: altersKeys((key) => key.slice(0, 128)),
});

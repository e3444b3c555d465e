import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Stores a hyphen in a key as an underscore. The fault of names that pass through environment variables. */
export default mutant('key-hyphen-becomes-underscore', {
  killedBy: ['KEY-02'],
  replace: altersKeys((key) => key.replaceAll('-', '_')),
});

import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Stores a dot in a key as an underscore. The fault of a document store that allows no dots in names. */
export default mutant('key-dot-becomes-underscore', {
  killedBy: ['KEY-02'],
  replace: altersKeys((key) => key.replaceAll('.', '_')),
});

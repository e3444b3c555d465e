import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes the currency signs. The fault of `Character.isJavaIdentifierPart`. */
export default mutant('key-java-identifier', {
  killedBy: ['KEY-05'],
  checkKey: takesKeys((key) => /^[A-Za-z0-9\-_:.\p{Sc}]{1,255}$/u.test(key)),
});

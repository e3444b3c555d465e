import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Loses the leading zeros of a key of digits. The fault of a number where a text was meant. */
export default mutant('key-leading-zeros-lost', {
  killedBy: ['KEY-02'],
  replace: altersKeys((key) => (/^0\d{1,14}$/.test(key) ? String(Number(key)) : key)),
});

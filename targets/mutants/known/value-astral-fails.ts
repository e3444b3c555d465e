import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a character beyond U+FFFF with 500. The fault of MySQL’s three-byte utf8 in a strict mode. */
export default mutant('value-astral-fails', {
  killedBy: ['VALUE-06'],
  save: (map, context) => {
    if (/[\u{10000}-\u{10ffff}]/u.test(Object.values(map).join('')))
      throw new Error("Incorrect string value: '\\xF0\\x9F'");
    return compliant.save(map, context);
  },
});

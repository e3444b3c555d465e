import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a NUL with 500. The fault of PostgreSQL, whose text holds none. */
export default mutant('value-nul-fails', {
  killedBy: ['VALUE-07'],
  save: (map, context) => {
    if (Object.values(map).some((value) => value.includes('\u0000')))
      throw new Error('invalid byte sequence for encoding "UTF8": 0x00');
    return compliant.save(map, context);
  },
});

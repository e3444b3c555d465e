import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Keeps the length of a value in sixteen bits, so that 65,546 characters are ten. The fault of a header of two bytes. */
export default mutant('value-length-in-sixteen-bits', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    const length = typeof value === 'string' ? [...value].length : 0;
    if (length < 0x1_00_00 || (length & 0xff_ff) > 255) compliant.checkValue(value, key, context);
  },
});

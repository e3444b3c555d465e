import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Allows thirty pairs, and tells of 128. The fault of a limit of the gateway. */
export default mutant('quota-of-thirty', {
  killedBy: ['QUOTA-01', 'QUOTA-02'],
  checkQuota: (map) => {
    if (Object.keys(map).length > 30) throw forbidden('too many pairs');
  },
});

import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses keys of more than 64 characters. The fault of a limit taken from tags. */
export default mutant('key-limit-64', {
  killedBy: ['KEY-01'],
  checkKey: (key, context) => {
    compliant.checkKey(key, context);
    if (key.length > 64) throw badRequest('key too long');
  },
});

import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Does not say which microversion it answered by. The fault of a proxy that strips unknown headers. */
export default mutant('nova-microversion-untold', {
  ...asNova,
  killedBy: ['VERSION-03'],
  answer: (stored, sent, context) => {
    const { headers, ...rest } = compliant.answer(stored, sent, context);
    return { ...rest, headers: { 'content-type': headers['content-type'] ?? '' } };
  },
});

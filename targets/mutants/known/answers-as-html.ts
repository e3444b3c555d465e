import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Calls its answer text/html. The fault of a framework’s default. */
export default mutant('answers-as-html', {
  killedBy: ['ANSWER-04'],
  answer: (stored, sent, context) => {
    const { headers, ...rest } = compliant.answer(stored, sent, context);
    return { ...rest, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } };
  },
});

import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Sends no content type. The fault of writing bytes to the socket. */
export default mutant('answers-without-type', {
  killedBy: ['ANSWER-04'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), headers: {} }),
});

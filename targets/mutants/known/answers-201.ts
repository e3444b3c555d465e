import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers 201. The fault of a framework whose PUT creates by default. */
export default mutant('answers-201', {
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), status: 201 }),
});

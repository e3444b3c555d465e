import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Answers 201. The fault of a framework whose PUT creates by default. */
export default mutant('answers-201', {
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => ({ ...faithful.answer(stored, sent, context), status: 201 }),
});

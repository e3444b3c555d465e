import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers 202. The fault of a gateway that takes every change for a job. */
export default mutant('answers-202', {
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => ({ ...compliant.answer(stored, sent, context), status: 202 }),
});

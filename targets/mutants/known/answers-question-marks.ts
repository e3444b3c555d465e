import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Answers a question mark for what is not ASCII, and stores it right. The fault of a writer with the encoding of its host. */
export default mutant('answers-question-marks', {
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(
      eachPair(stored, (key, value) => [key, value.replace(/[^\p{ASCII}]/gu, '?')]),
      sent,
      context,
    ),
});

import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Leaves empty values out of its answer. The fault of `omitempty` in Go. */
export default mutant('answers-without-empty-values', {
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(
      eachPair(stored, (key, value) => (value === '' ? undefined : [key, value])),
      sent,
      context,
    ),
});

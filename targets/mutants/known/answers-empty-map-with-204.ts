import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers an empty map with 204. The fault of a framework that takes an empty result for none. */
export default mutant('answers-empty-map-with-204', {
  killedBy: ['ANSWER-01', 'ANSWER-02'],
  answer: (stored, sent, context) =>
    Object.keys(sent).length === 0 ? { status: 204, headers: {}, body: '' } : compliant.answer(stored, sent, context),
});

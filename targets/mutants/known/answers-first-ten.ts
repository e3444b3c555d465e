import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers with ten pairs at most, and stores all. The fault of a serialiser with a default page. */
export default mutant('answers-first-ten', {
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) =>
    compliant.answer(Object.fromEntries(Object.entries(stored).slice(0, 10)), sent, context),
});

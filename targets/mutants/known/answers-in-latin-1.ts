import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Writes its answer in Latin-1. The fault of a writer with the encoding of its host. */
export default mutant('answers-in-latin-1', {
  killedBy: ['ANSWER-02'],
  answer: (stored, sent, context) => {
    const answer = compliant.answer(stored, sent, context);
    return { ...answer, body: Buffer.from(String(answer.body), 'latin1') };
  },
});

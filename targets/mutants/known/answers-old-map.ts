import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers with the map as it was before. The fault of reading the row before the commit. */
export default mutant('answers-old-map', {
  killedBy: ['ANSWER-02'],
  replace: (old, sent, context) => {
    context.server.scratch.set('old', old);
    return sent;
  },
  answer: (_stored, sent, context) => compliant.answer(context.server.scratch.get('old') as Metadata, sent, context),
});

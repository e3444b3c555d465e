import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers with the old pairs too, and stores the new ones alone. The fault of a cached object that is updated, not replaced. */
export default mutant('answers-merged-map', {
  killedBy: ['ANSWER-02'],
  replace: (old, sent, { server }) => {
    server.scratch.set('old', old);
    return sent;
  },
  answer: (stored, sent, context) =>
    compliant.answer({ ...(context.server.scratch.get('old') as Metadata), ...stored }, sent, context),
});

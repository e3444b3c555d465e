import { json } from '../../reference/http-message';
import { mutant } from '../mutant';

/** Encodes its answer twice. The fault of a serialiser behind a serialiser. */
export default mutant('answers-encoded-twice', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => json(200, JSON.stringify({ metadata: stored })),
});

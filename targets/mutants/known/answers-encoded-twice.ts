import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Encodes its answer twice. The fault of a serialiser behind a serialiser. */
export default mutant('answers-encoded-twice', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, JSON.stringify({ metadata: stored })),
});

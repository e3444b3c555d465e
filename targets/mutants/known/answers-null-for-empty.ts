import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers null for an empty map. The fault of a nil map in Go. */
export default mutant('answers-null-for-empty', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, { metadata: Object.keys(stored).length === 0 ? null : stored }),
});

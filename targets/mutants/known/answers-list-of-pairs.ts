import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers a list of keys and values. The fault of a map that was serialised from its rows. */
export default mutant('answers-list-of-pairs', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, { metadata: Object.entries(stored).map(([key, value]) => ({ key, value })) }),
});

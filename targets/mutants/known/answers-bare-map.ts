import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers with the map alone, without `metadata` around it. */
export default mutant('answers-bare-map', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => jsonResponse(200, stored),
});

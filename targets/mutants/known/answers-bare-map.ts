import { json } from '../../reference/http-message';
import { mutant } from '../mutant';

/** Answers with the map alone, without `metadata` around it. */
export default mutant('answers-bare-map', {
  killedBy: ['ANSWER-02'],
  answer: (stored) => json(200, stored),
});

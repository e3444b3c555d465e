import { mutant } from '../mutant';

/** Answers 204 without a body. The fault of a framework’s default for PUT. */
export default mutant('answers-204', {
  killedBy: ['ANSWER-01', 'ANSWER-02'],
  answer: () => ({ status: 204, headers: {}, body: '' }),
});

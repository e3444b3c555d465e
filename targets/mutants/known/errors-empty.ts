import { mutant } from '../mutant';

/** Refuses without a word. The fault of `abort(400)` behind a filter that drops error pages. */
export default mutant('errors-empty', {
  killedBy: ['ANSWER-05'],
  errorResponse: ({ status }) => ({ status, headers: {}, body: '' }),
});

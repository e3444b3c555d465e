import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Closes a kept connection after some answers, as a gateway does that reloads its rules. */
export default variant('connection-closed-at-times', () => {
  let count = 0;
  return {
    isOfTransport: true,
    handle: rewritesAnswers((answer) => {
      count += 1;
      return count % 7 === 0 ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer;
    }),
  };
});

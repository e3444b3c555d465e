import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Sends its answers in chunks, without a length. */
export default variant('body-chunked', {
  isOfTransport: true,
  handle: rewritesAnswers((answer) =>
    answer.status === 204 ? answer : { ...answer, headers: { ...answer.headers, 'transfer-encoding': 'chunked' } },
  ),
});

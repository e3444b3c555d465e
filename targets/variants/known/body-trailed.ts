import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Sends its answers in chunks, and says that a field may follow the body. */
export default variant('body-trailed', {
  isOfTransport: true,
  handle: rewritesAnswers((answer) =>
    answer.status === 204
      ? answer
      : { ...answer, headers: { ...answer.headers, 'transfer-encoding': 'chunked', trailer: 'x-checksum' } },
  ),
});

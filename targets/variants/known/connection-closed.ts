import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Closes the connection after each answer. */
export default variant('connection-closed', {
  isOfTransport: true,
  handle: rewritesAnswers((answer) => ({ ...answer, headers: { ...answer.headers, connection: 'close' } })),
});

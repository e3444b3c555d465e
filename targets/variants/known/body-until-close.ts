import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Ends each answer by closing the connection, without a length, as HTTP/1.0 does. */
export default variant('body-until-close', {
  isOfTransport: true,
  handle: rewritesAnswers((answer) => ({ ...answer, untilClose: true })),
});

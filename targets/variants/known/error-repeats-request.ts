import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Repeats in an error what was sent, as a help to whoever looks for the fault. */
export default variant('error-repeats-request', {
  handle: rewritesAnswers((answer, { method, url, body }) => {
    const isJson = answer.headers['content-type']?.startsWith('application/json') ?? false;
    if (answer.status < 400 || !isJson) return answer;
    const error = JSON.parse(answer.body.toString()) as object;
    return {
      ...answer,
      body: Buffer.from(JSON.stringify({ ...error, request: { method, url, body: body.toString('latin1') } })),
    };
  }),
});

import { gzipSync } from 'node:zlib';
import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Compresses answers for clients that accept it. */
export default variant('body-compressed', {
  isOfTransport: true,
  handle: rewritesAnswers((answer, { headers }) => {
    if (answer.status === 204 || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return answer;
    return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: gzipSync(answer.body) };
  }),
});

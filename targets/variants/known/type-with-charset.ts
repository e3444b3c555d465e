import type { OutgoingResponse } from '../../embedded/http';
import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Names a charset in its content type. */
export default variant('type-with-charset', {
  handle: rewritesAnswers((answer) => typed(answer, 'application/json; charset=UTF-8')),
});

function typed(answer: OutgoingResponse, type: string): OutgoingResponse {
  const isJson = answer.headers['content-type'] === 'application/json';
  return isJson ? { ...answer, headers: { ...answer.headers, 'content-type': type } } : answer;
}

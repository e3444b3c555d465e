import type { OutgoingResponse } from '../../embedded/http';
import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Writes its content type in capitals and quotes the charset. Both are the same type (RFC 9110, 8.3.1). */
export default variant('type-in-capitals', {
  handle: rewritesAnswers((answer) => typed(answer, 'Application/JSON;Charset="utf-8"')),
});

function typed(answer: OutgoingResponse, type: string): OutgoingResponse {
  const isJson = answer.headers['content-type'] === 'application/json';
  return isJson ? { ...answer, headers: { ...answer.headers, 'content-type': type } } : answer;
}

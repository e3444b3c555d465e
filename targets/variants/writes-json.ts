import type { Behaviour } from '../embedded/behaviour';
import { rewritesAnswers } from './rewrites-answers';

/** Writes the JSON of every answer in a way of its own. */
export function writesJson(write: (json: unknown) => string): Behaviour['handle'] {
  return rewritesAnswers((answer) => {
    const isJson = answer.headers['content-type']?.startsWith('application/json');
    return isJson ? { ...answer, body: write(JSON.parse(String(answer.body))) } : answer;
  });
}

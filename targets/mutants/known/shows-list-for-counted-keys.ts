import type { OutgoingResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Shows a map whose keys count up from 0 as a list. The fault of PHP's `json_encode`, which tells the two apart by the keys. */
export default mutant('shows-list-for-counted-keys', {
  killedBy: ['KEY-02'],
  alsoBreaks: ['ANSWER-02', 'KEY-01', 'REPLACE-08'],
  handle: async (request, next) => encoded(await next(request)),
});

function encoded(answer: OutgoingResponse): OutgoingResponse {
  if (answer.body === '') return answer;
  const asPhp = (_name: string, value: unknown) => (isCounted(value) ? Object.values(value as object) : value);
  try {
    return { ...answer, body: JSON.stringify(JSON.parse(answer.body.toString()), asPhp) };
  } catch {
    return answer;
  }
}

function isCounted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key, place) => key === String(place));
}

import type { ClauseId } from '../clauses';
import { isNotServed } from '../http/status';

/** With a status of what is not served at all, no part of the request need have been looked at. */
export function orUnserved(suspects: readonly ClauseId[], status: number): readonly ClauseId[] {
  return isNotServed(status) && !suspects.includes('VERSION-01') ? [...suspects, 'VERSION-01'] : suspects;
}

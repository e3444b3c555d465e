import { isOfOthers } from './is-of-others';
import type { Event } from './state';

/** Whether it is a replace of another server, which must not have touched this one. */
export function isElsewhere(event: Event): boolean {
  return event.kind === 'disturbed' && isOfOthers(event.clause);
}

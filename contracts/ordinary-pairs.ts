import type { Limits } from './profile';

/** The pairs up to which a map says nothing about the number of pairs: whatever breaks it is about something else. */
export function ordinaryPairs({ always }: Pick<Limits, 'always'>): number {
  return Math.min(20, Math.floor(always / 2));
}

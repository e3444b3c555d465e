import type { ClauseId } from '../clauses';
import type { Profile } from '../profiles/profile';
import type { Opening } from './objection';

/** What the content type of a request exercises: nothing, a trait, or an open matter. */
export function mediaTypeOpening(header: string | undefined, profile: Profile): Opening | ClauseId | undefined {
  if (header === 'application/json') return undefined;
  const type = header?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'BODY-13';
  const unnamed = type === undefined || type === 'text/plain';
  return {
    clause: unnamed ? 'BODY-14' : 'BODY-15',
    takes: 'takes it',
    refuses: 'refuses it',
    statuses: profile.statuses.mediaType,
    trace: 'ATOMIC-03',
  };
}

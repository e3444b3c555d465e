import type { ClauseId } from '../clauses';
import type { Metadata } from '../metadata';
import { type Profile, plainMapSize } from '../profiles/profile';
import type { Objection } from './objection';
import type { Subject } from './state';

/** What the number of pairs of a map asks of the target, `before` being the map that it replaces. */
export function quotaDemand(
  map: Metadata,
  before: Metadata | undefined,
  quota: Subject['quota'],
  profile: Profile,
): { objections: Objection[]; traits: ClauseId[] } {
  const count = Object.keys(map).length;
  const unlimited = quota.limit < 0;
  if (!unlimited && count > quota.limit) {
    const statuses = profile.statuses.overQuota;
    return { objections: [{ clause: 'QUOTA-03', statuses, trace: 'ATOMIC-05' }], traits: [] };
  }
  if (count === 0) return { objections: [], traits: ['REPLACE-04'] };
  const traits: ClauseId[] = [];
  const together = count + Object.keys(before ?? {}).length;
  if (!unlimited && together > quota.limit) traits.push('QUOTA-04');
  if (count > profile.limits.always || count === quota.limit) traits.push('QUOTA-02');
  if (count > plainMapSize(profile.limits) && count <= profile.limits.always) traits.push('QUOTA-01');
  return { objections: [], traits };
}

import type { Subject } from '../../contracts/oracle/model';
import type { Limits, Profile } from '../../contracts/profiles/profile';

/** The numbers that cases are made by: those of the profile, and no more pairs than the target allows. */
export function limitsOf({ limits }: Profile, { quota }: Subject): Limits {
  const always = quota.limit < 0 ? limits.always : Math.min(limits.always, quota.limit);
  return { ...limits, always, quota: quota.limit };
}

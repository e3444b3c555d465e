import type { Behaviour } from '../embedded/behaviour';
import { HttpError } from '../embedded/http';

/** Gives another status to what a decision refuses with `from`. */
export function refusesWith<Decision extends 'authorise' | 'findServer' | 'checkQuota' | 'readBody'>(
  decide: Behaviour[Decision],
  from: number,
  to: number,
): Behaviour[Decision] {
  const other = (...parameters: Parameters<Behaviour[Decision]>) => {
    try {
      return (decide as (...parameters: unknown[]) => unknown)(...parameters);
    } catch (refusal) {
      throw refusal instanceof HttpError && refusal.status === from ? new HttpError(to, refusal.message) : refusal;
    }
  };
  return other as Behaviour[Decision];
}

import type { Behaviour } from '../reference/behaviour';
import { Fault } from '../reference/fault';

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
      throw refusal instanceof Fault && refusal.status === from ? new Fault(to, refusal.message) : refusal;
    }
  };
  return other as Behaviour[Decision];
}

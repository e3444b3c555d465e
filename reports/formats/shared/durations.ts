import type { ClauseId } from '../../../contracts/clauses';
import type { Evidence } from '../../../contracts/evidence/events';

/** Milliseconds that the checks of a clause took. */
export type DurationOf = (clause: ClauseId) => number;

export const noDurations: DurationOf = () => 0;

/** Milliseconds since the start of the run. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Adds up how long the checks of each clause took: each from its first request to the end of its last one, with the waits
 * in between. A check that runs again counts twice, without the time between. Checks run beside each other, so the sum may
 * be longer than the run.
 */
export class ClauseDurations {
  private readonly running = new Map<string, Span>();
  /** Milliseconds of the earlier runs of a check. */
  private readonly before = new Map<string, number>();
  private readonly ended = new Map<ClauseId, number>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'exchange') {
      const { check, at, took } = evidence.exchange;
      const { from, to } = this.running.get(check) ?? { from: at, to: at };
      this.running.set(check, { from: Math.min(from, at), to: Math.max(to, at + took) });
    }
    if (evidence.kind === 'trial' && evidence.doubted !== undefined) {
      this.before.set(evidence.check, this.take(evidence.check));
    }
    if (evidence.kind === 'check') {
      const { check, clause } = evidence;
      this.ended.set(clause, this.of(clause) + this.take(check));
    }
  }

  of(clause: ClauseId): number {
    return this.ended.get(clause) ?? 0;
  }

  /** The time of a check until now, which is then forgotten. */
  private take(check: string): number {
    const { from, to } = this.running.get(check) ?? { from: 0, to: 0 };
    const all = (this.before.get(check) ?? 0) + to - from;
    this.running.delete(check);
    this.before.delete(check);
    return all;
  }
}

import type { ClauseId } from '../../../contracts/clauses';
import type { Evidence } from '../../../contracts/evidence/events';

/** Milliseconds that the requests of a clause's checks took. */
export type DurationOf = (clause: ClauseId) => number;

export const noDurations: DurationOf = () => 0;

/** Adds up how long the requests of each clause's checks took. Checks run beside each other, so these are no spans. */
export class ClauseDurations {
  private readonly running = new Map<string, number>();
  private readonly ended = new Map<ClauseId, number>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'exchange') {
      const { check, took } = evidence.exchange;
      this.running.set(check, (this.running.get(check) ?? 0) + took);
    }
    if (evidence.kind !== 'check') return;
    const { check, clause } = evidence;
    this.ended.set(clause, this.of(clause) + (this.running.get(check) ?? 0));
    this.running.delete(check);
  }

  of(clause: ClauseId): number {
    return this.ended.get(clause) ?? 0;
  }
}

import type { ClauseId } from '../../contracts/clauses';
import type { ReproductionEnded } from '../../contracts/evidence/events';
import type { Finding } from '../../contracts/oracle/finding';
import { countNoun } from '../../contracts/text/count-noun';
import type { Confirmation } from '../result/result';

/** Counts for each failure how often it showed again at the end of a run. */
export class Confirmations {
  private readonly counts = new Map<string, { shown: number; of: number }>();

  /** @param findings of the oracle on the requests that were sent again. */
  add(ended: ReproductionEnded, findings: readonly Finding[]): void {
    const isShown = findings.some((each) => each.outcome === 'violated' && each.candidates.includes(ended.clause));
    const key = keyOf(ended.clause, ended.exchange, ended.isWhole);
    const count = this.counts.get(key) ?? { shown: 0, of: 0 };
    this.counts.set(key, { shown: count.shown + Number(isShown), of: count.of + 1 });
  }

  /** Undefined for a failure whose requests were not sent again. */
  of(clause: ClauseId, exchange: number, isWhole: boolean): Confirmation | undefined {
    return this.counts.get(keyOf(clause, exchange, isWhole));
  }
}

function keyOf(clause: ClauseId, exchange: number, isWhole: boolean): string {
  return `${clause} ${exchange} ${isWhole}`;
}

/** One sentence: how often a failure showed again. */
export function describeConfirmation({ shown, of }: Confirmation): string {
  if (shown === 0) return `not confirmed: sent again at the end of the run, it failed 0 of ${countNoun(of, 'time')}`;
  return `confirmed: sent again at the end of the run, it failed ${shown} of ${countNoun(of, 'time')}`;
}

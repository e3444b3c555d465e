import type { ClauseId } from '../../contracts/clauses';
import type { ReproductionEnded } from '../../contracts/evidence/events';
import { isShownAgain, type JudgedRequest, type ShownViolation } from '../../contracts/oracle/shown-again';
import { countNoun } from '../../contracts/text/count-noun';
import type { Confirmation } from '../result/result';

/** Counts for each failure how often it showed again at the end of a run. */
export class Confirmations {
  /** For each time that a reproduction was sent again: the requests that violated a clause. */
  private readonly times = new Map<string, JudgedRequest[][]>();

  /** @param sent the requests that were sent again, with the findings of the oracle. */
  add(ended: ReproductionEnded, sent: readonly JudgedRequest[]): void {
    const violating = sent.filter(({ findings }) => findings.some(({ outcome }) => outcome === 'violated'));
    const key = keyOf(ended.clause, ended.exchange, ended.isWhole);
    this.times.set(key, [...(this.times.get(key) ?? []), violating]);
  }

  /**
   * Undefined for a failure whose requests were not sent again.
   *
   * @param violation with the number of the exchange that showed it.
   */
  of(violation: ShownViolation & { readonly exchange: number }, isWhole: boolean): Confirmation | undefined {
    const times = this.times.get(keyOf(violation.clause, violation.exchange, isWhole));
    return times && { shown: times.filter((sent) => isShownAgain(violation, sent)).length, of: times.length };
  }
}

function keyOf(clause: ClauseId, exchange: number, isWhole: boolean): string {
  return `${clause} ${exchange} ${isWhole}`;
}

/** One sentence: how often a failure of this clause showed again. A failure that did not still counts. */
export function describeConfirmation(clause: ClauseId, { shown, of }: Confirmation): string {
  const times = countNoun(of, 'time');
  if (shown > 0) return `confirmed: sent again at the end of the run, it failed ${shown} of ${times}`;
  return `sent again at the end of the run, it failed 0 of ${times}; ${clause} failed in the run itself, and that counts`;
}

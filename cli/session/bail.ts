import type { ClauseId } from '../../contracts/clauses';
import { countNoun } from '../../contracts/text/count-noun';
import type { CheckRecord } from '../../reports/collector/check-record';
import type { Collector } from '../../reports/collector/collector';
import { type AggregateOptions, aggregate } from '../../reports/verdict/aggregate';
import { failsRun } from '../../reports/verdict/run-verdict';
import { noWaivers } from '../../reports/verdict/waivers';

export interface BailOptions extends Pick<AggregateOptions, 'profile' | 'strict'> {
  /** So many failed clauses end the run. */
  readonly most: number;
  /** Known failures of a baseline: they do not count. */
  readonly accepted: ReadonlySet<ClauseId>;
}

/** Ends a run after so many failed clauses. */
export class Bail {
  private seen = 0;

  constructor(
    private readonly collector: Collector,
    private readonly options: BailOptions,
  ) {}

  /** The reason to end the run after the checks so far; undefined while it goes on. */
  reason(): string | undefined {
    const ended = this.collector.checks.slice(this.seen);
    this.seen += ended.length;
    if (!ended.some(mayFail)) return undefined;
    const { profile, strict, most, accepted } = this.options;
    const failed = aggregate(this.collector, { profile, strict, waived: noWaivers })
      .clauses.filter((each) => failsRun(each, { run: { strict } }) && !accepted.has(each.clause))
      .map(({ clause }) => clause);
    if (failed.length < most) return undefined;
    return `the run has stopped after ${countNoun(failed.length, 'failed clause')} (--bail): ${failed.join(', ')}`;
  }
}

/** Without these, no clause has failed since. */
function mayFail({ violations, unconfirmed, ended }: CheckRecord): boolean {
  return violations.length > 0 || unconfirmed.length > 0 || ended.ended.outcome === 'failed';
}

import type { ClauseId } from '../../contracts/clauses';
import type { Collector } from '../collector/collector';
import type { Reproduction } from '../collector/reproduction';
import { type AggregateOptions, aggregate } from './aggregate';
import { noWaivers } from './waivers';

interface ReproducibleFailure {
  readonly clause: ClauseId;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that shows the failure. */
  readonly exchange: number;
  /** The requests that matter. */
  readonly short: Reproduction;
  /** Everything that the check sent. */
  readonly whole: Reproduction;
}

/** The failures that are sent again at the end of a run, by clause. */
export function reproducibleFailures(
  collector: Collector,
  options: Pick<AggregateOptions, 'profile' | 'strict'>,
): ReproducibleFailure[][] {
  const { clauses } = aggregate(collector, { ...options, waived: noWaivers });
  return clauses.map(({ clause, failures }) =>
    failures.flatMap(({ expected, observed, exchange, given, exchanges }) => {
      if (exchanges.length === 0) return [];
      const short = { given, exchanges };
      return [{ clause, expected, observed, exchange, short, whole: collector.shortest.wholeOf(exchange) ?? short }];
    }),
  );
}

import type { ClauseId } from '../../contracts/clauses';
import type { Result } from './result';

/** One run against an implementation, as `docs/implementations.json` holds it. */
export interface ImplementationRun {
  readonly profile: string;
  readonly effort: string;
  readonly seed: number;
  readonly suite: string;
  readonly verdict: Result['verdict'];
  readonly requests: number;
  readonly seconds: number;
  /** Every clause that the profile binds: its verdict, and for an open one the reading. */
  readonly clauses: Readonly<Partial<Record<ClauseId, string>>>;
  /** Why a clause was not tested. */
  readonly reasons: Readonly<Partial<Record<ClauseId, string>>>;
}

/** By the name of the implementation; for each one run a profile. */
export type Implementations = Readonly<Record<string, readonly ImplementationRun[]>>;

export function toImplementationRun({ run, verdict, exchanges, clauses }: Result): ImplementationRun {
  const bound = clauses.filter((clause) => clause.verdict !== 'not applicable');
  const shown = bound.map(({ clause, verdict, reading }) => [
    clause,
    verdict === 'open' ? `open: ${reading}` : verdict,
  ]);
  const missed = bound.filter((clause) => clause.verdict === 'not tested');
  return {
    profile: run.profile,
    effort: run.effort,
    seed: run.seed,
    suite: run.suite,
    verdict,
    requests: exchanges,
    seconds: Math.round(run.seconds),
    clauses: Object.fromEntries(shown),
    reasons: Object.fromEntries(missed.map(({ clause, reason = '' }) => [clause, reason])),
  };
}

const deviations: Readonly<Record<string, Readonly<Partial<Record<ClauseId, string>>>>> = {
  'the embedded endpoint': {
    'KEY-07': 'The embedded endpoint follows the page, whose character set has no space. Nova accepts one.',
  },
  'OpenStack Nova': {
    'KEY-06':
      "Nova's pattern for a key ends in `$`. In Python it also matches before a final newline, so `abc` with a newline is stored as a key.",
    'VALUE-06':
      "The table of the metadata has MySQL's character set `utf8`, with at most three bytes a character. An emoji gives 500. This depends on the deployment: with `utf8mb4` or another database an emoji is stored.",
    'VALUE-10': 'A lone surrogate gives an encoding error: 500.',
    'ANSWER-06':
      'Bytes that are not UTF-8, lone surrogates and characters beyond U+FFFF (see VALUE-06) give an uncaught exception: 500.',
    'CONCURRENCY-01':
      'Two concurrent replaces are merged: each reads, deletes and adds rows of the map, without a lock (Launchpad bug 1650188). Both get 200.',
    'CONCURRENCY-02': 'The same cause as CONCURRENCY-01: no order explains the responses.',
  },
};

/** The known reason why an implementation violates a clause. Names are the product's name, then the version. */
export function explainDeviation(implementation: string, clause: ClauseId): string | undefined {
  return Object.entries(deviations).find(([name]) => implementation.startsWith(name))?.[1][clause];
}

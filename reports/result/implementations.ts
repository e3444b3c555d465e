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
    'KEY-07': 'It is an endpoint of the page, whose set of characters holds no space; Nova takes one.',
  },
  'OpenStack Nova': {
    'KEY-06':
      "Nova's pattern for a key ends in `$`, which in Python matches before a final newline too: `abc` and a newline is stored as a key.",
    'VALUE-06':
      "The table of the metadata has MySQL's character set `utf8`, which knows three bytes a character: an emoji is answered with 500. It is a matter of the deployment: with `utf8mb4` or another database it is stored.",
    'VALUE-10': 'A lone surrogate ends in an error of the encoder: 500.',
    'ANSWER-06':
      'Bytes that are not UTF-8, lone surrogates and characters beyond U+FFFF (see VALUE-06) end in an exception that nobody catches: 500.',
    'CONCURRENCY-01':
      'Two replaces that meet are merged: each reads the rows of the map, deletes and adds its own, and nothing locks them in between (Launchpad 1650188). Both are answered with 200.',
    'CONCURRENCY-02': 'The same as CONCURRENCY-01: what meets is not in any order.',
  },
};

/** The known reason why an implementation violates a clause. Names are the product's name, then the version. */
export function explainDeviation(implementation: string, clause: ClauseId): string | undefined {
  return Object.entries(deviations).find(([name]) => implementation.startsWith(name))?.[1][clause];
}

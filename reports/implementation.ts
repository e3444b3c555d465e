import type { ClauseId } from '../contracts/clauses';
import type { Result } from './result';

/** What a run found of an implementation, as `docs/implementations.json` holds it. */
export interface Examined {
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
export type Implementations = Readonly<Record<string, readonly Examined[]>>;

export function examinedBy({ run, verdict, exchanges, clauses }: Result): Examined {
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

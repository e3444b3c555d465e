import type { ClauseId } from '../../contracts/clauses';
import type { Confirmation, Result } from './result';

/** One run against an implementation, as `docs/implementations.json` holds it. */
export interface ImplementationRun {
  readonly profile: string;
  readonly effort: string;
  readonly seed: number;
  /** RFC 3339; absent in older runs. */
  readonly began?: string;
  readonly suite: string;
  readonly verdict: Result['verdict'];
  readonly requests: number;
  readonly seconds: number;
  /** Every clause that the profile binds: its verdict, and for an open one the reading. */
  readonly clauses: Readonly<Partial<Record<ClauseId, string>>>;
  /** Why a clause was not tested. */
  readonly reasons: Readonly<Partial<Record<ClauseId, string>>>;
  /** Of each failed clause. */
  readonly failures?: Readonly<Partial<Record<ClauseId, ImplementationFailure>>>;
}

/** A failed clause. */
interface ImplementationFailure {
  /** The times that the reproduction failed again; absent if it was not sent again. */
  readonly confirmed?: Confirmation;
  /** The cause in the installed release: `nova/utils.py:477`. */
  readonly at?: string;
}

/** By the name of the implementation; for each one run a profile. */
export type Implementations = Readonly<Record<string, readonly ImplementationRun[]>>;

/**
 * @param locate gives the place of the cause of a failed clause, where it is known.
 * @throws {Error} for a run that was cut short, or in which the suite contradicts itself.
 */
export function toImplementationRun(
  { run, verdict, exchanges, clauses, troubles, defects }: Result,
  locate: (clause: ClauseId) => string | undefined = () => undefined,
): ImplementationRun {
  const [reason] = [...troubles, ...defects];
  if (reason !== undefined) throw new Error(`the run by profile ${run.profile} is not stored: ${reason}`);
  const bound = clauses.filter((clause) => clause.verdict !== 'not applicable');
  const shown = bound.map(({ clause, verdict, reading }) => [
    clause,
    verdict === 'open' ? `open: ${reading}` : verdict,
  ]);
  const missed = bound.filter((clause) => clause.verdict === 'not tested');
  const failed = bound.filter((clause) => clause.verdict === 'failed');
  const failures = failed.map(({ clause, failures }): [ClauseId, ImplementationFailure] => {
    const confirmed = failures.find((failure) => failure.confirmed !== undefined)?.confirmed;
    const at = locate(clause);
    return [clause, { ...(confirmed && { confirmed }), ...(at !== undefined && { at }) }];
  });
  return {
    profile: run.profile,
    effort: run.effort,
    seed: run.seed,
    began: run.began,
    suite: run.suite,
    verdict,
    requests: exchanges,
    seconds: Math.round(run.seconds),
    clauses: Object.fromEntries(shown),
    reasons: Object.fromEntries(missed.map(({ clause, reason = '' }) => [clause, reason])),
    failures: Object.fromEntries(failures),
  };
}

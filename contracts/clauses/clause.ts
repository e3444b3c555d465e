/**
 * How a clause binds.
 *
 * - `MUST` and `SHOULD` as in RFC 2119. A failed SHOULD fails a run only under `--strict`.
 * - `open`: the sources leave the behaviour to the implementer. The suite reports the reading that a target follows and
 *   fails a target only if it follows none of them or mixes them.
 * - `not applicable`: the profile has no such rule.
 */
export type Level = 'MUST' | 'SHOULD' | 'open' | 'not applicable';

/** One rule of the API. `level` is the level of the page; a profile may change it. */
export interface Clause {
  readonly id: string;
  readonly level: Level;
  /** The obligation in one sentence, without its subject, which is the target. */
  readonly sentence: string;
  /** The section of the page, or the observation on Nova, that the rule comes from. */
  readonly source: string;
  /** For an open clause: the allowed behaviours. */
  readonly readings?: readonly string[];
  /** A target may follow several readings at once, for example 404 for PATCH and 405 for DELETE. */
  readonly mayMix?: true;
  /** True if the clause concerns rejected requests. A wrongly accepted request shows nothing of it and fails another clause. */
  readonly onRefusal?: true;
  /** Why the level is not MUST. */
  readonly because?: string;
}

/** A rule that no exchange can show. The list makes clear that no check covers it. */
export interface ExcludedClause {
  readonly id: string;
  readonly sentence: string;
  readonly source: string;
  readonly excluded: string;
}

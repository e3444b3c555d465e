/**
 * How a clause binds.
 *
 * - `MUST` and `SHOULD` as in RFC 2119. A failed SHOULD fails a run only under `--strict`.
 * - `open`: the sources leave the matter to the implementer. The suite reports which reading a target follows and
 *   fails only a target that follows none of them, or mixes them.
 * - `not applicable`: the profile does not speak of it.
 */
export type Level = 'MUST' | 'SHOULD' | 'open' | 'not applicable';

/** One rule of the API. `level` is what the page says; a profile may bind it otherwise. */
export interface Clause {
  readonly id: string;
  readonly level: Level;
  /** The obligation in one sentence, with the target as its silent subject. */
  readonly sentence: string;
  /** The section of the page, or the observation on Nova, that the rule comes from. */
  readonly source: string;
  /** For what the sources leave open: the behaviours that are all right. */
  readonly readings?: readonly string[];
  /** Several readings at once are no contradiction (PATCH answered 404, DELETE answered 405). */
  readonly mayMix?: true;
  /** It is about requests that are refused: one that is wrongly taken shows nothing of it, and is told elsewhere. */
  readonly onRefusal?: true;
  /** Why the level is not MUST. */
  readonly because?: string;
}

/** A rule that no exchange can show. It is listed, so that nobody believes it was examined. */
export interface ExcludedClause {
  readonly id: string;
  readonly sentence: string;
  readonly source: string;
  readonly excluded: string;
}

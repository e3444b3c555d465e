import { type ClauseId, clauseOf } from '../clauses';
import type { Level } from '../clauses/clause';

/** The HTTP status codes that are right in each case, the most common first. */
export interface Statuses {
  readonly accepted: readonly number[];
  /** An invalid body, key or value. */
  readonly invalid: readonly number[];
  readonly unauthenticated: readonly number[];
  readonly unknownServer: readonly number[];
  readonly foreignProject: readonly number[];
  readonly foreignServer: readonly number[];
  readonly wrongState: readonly number[];
  readonly overQuota: readonly number[];
  /** A rejected content type other than JSON. */
  readonly mediaType: readonly number[];
}

/** The limits of the contract. A character is a Unicode code point. */
export interface Limits {
  readonly keyLength: number;
  readonly valueLength: number;
  /** The quota of pairs if neither the user nor the target gives one. */
  readonly quota: number;
  /** The number of pairs that every implementation must accept. */
  readonly always: number;
}

/**
 * The levels and limits of the clauses. Plain data: a user may write a profile as JSON, see `profile-schema.ts`.
 *
 * `levels` overrides the catalogue. `settled` gives the one right reading of a clause that the catalogue leaves open.
 * Such a clause binds by its level.
 */
export interface Profile {
  readonly name: string;
  readonly levels: Partial<Readonly<Record<ClauseId, Level>>>;
  readonly settled: Partial<Readonly<Record<ClauseId, string>>>;
  readonly limits: Limits;
  readonly statuses: Statuses;
  /** The required body of an error (ANSWER-05): any JSON, or Nova's envelope. */
  readonly errorBody: 'json' | 'nova';
}

/** The level of a clause under a profile. */
export interface Binding {
  readonly level: Level;
  /** The only right reading, if the profile settles an open clause. */
  readonly settled?: string;
}

export function bindingOf(id: ClauseId, profile: Profile): Binding {
  const settled = profile.settled[id];
  const level = profile.levels[id] ?? clauseOf(id).level;
  return settled === undefined ? { level } : { level, settled };
}

/** The number of pairs up to which a map is plain: a failure has another reason than this number. */
export function plainMapSize({ always }: Pick<Limits, 'always'>): number {
  return Math.min(20, Math.floor(always / 2));
}

import { type ClauseId, clauseOf } from '../clauses';
import type { Level } from '../clauses/clause';

/** Which answers are right in which case. Each list holds HTTP status codes, the most usual first. */
export interface Statuses {
  readonly accepted: readonly number[];
  /** A body, key or value that breaks a rule. */
  readonly invalid: readonly number[];
  readonly unauthenticated: readonly number[];
  readonly unknownServer: readonly number[];
  readonly foreignProject: readonly number[];
  readonly foreignServer: readonly number[];
  readonly wrongState: readonly number[];
  readonly overQuota: readonly number[];
  /** A content type that is not JSON, where it is refused. */
  readonly mediaType: readonly number[];
}

/** The numbers of the contract. Characters are Unicode code points. */
export interface Limits {
  readonly keyLength: number;
  readonly valueLength: number;
  /** Pairs that a server may have where neither the user nor the target tells. */
  readonly quota: number;
  /** Pairs that every implementation must take. */
  readonly always: number;
}

/**
 * Which clauses bind, and with which numbers. Plain data: a user may write one as JSON, see `profile-schema.ts`.
 *
 * `levels` overrides the catalogue. `settled` names the one right reading of a clause that the catalogue leaves open;
 * such a clause binds as its level says.
 */
export interface Profile {
  readonly name: string;
  readonly levels: Partial<Readonly<Record<ClauseId, Level>>>;
  readonly settled: Partial<Readonly<Record<ClauseId, string>>>;
  readonly limits: Limits;
  readonly statuses: Statuses;
  /** What the body of an error must be (ANSWER-05): any JSON, or Nova's envelope. */
  readonly errorBody: 'json' | 'nova';
}

/** How a clause binds under a profile. */
export interface Binding {
  readonly level: Level;
  /** The only right reading, where the profile settles what the catalogue leaves open. */
  readonly settled?: string;
}

export function bindingOf(id: ClauseId, profile: Profile): Binding {
  const settled = profile.settled[id];
  const level = profile.levels[id] ?? clauseOf(id).level;
  return settled === undefined ? { level } : { level, settled };
}

/** The pairs up to which a map says nothing about the number of pairs: whatever breaks it is about something else. */
export function plainMapSize({ always }: Pick<Limits, 'always'>): number {
  return Math.min(20, Math.floor(always / 2));
}

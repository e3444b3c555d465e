import { type ClauseId, clauseOf } from './clauses';
import type { Level } from './clauses/clause';
import type { Profile } from './profile';

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

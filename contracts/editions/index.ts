import { type ClauseId, clauses } from '../clauses';
import type { Profile } from '../profiles/profile';
import first from './2026-1.json';

/** How thoroughly a clause must have been examined. */
export interface RequiredClause {
  readonly clause: ClauseId;
  /** Checks of the clause, laws included; one that runs under both versions counts once. */
  readonly checks: number;
  /** Generated inputs that its laws have tried. */
  readonly trials: number;
}

/**
 * What a certificate requires, frozen: a later suite judges a bundle by the edition that it names, not by its own
 * catalogue. A published edition never changes; whatever changes the rules makes a new one.
 */
export interface Edition {
  readonly edition: string;
  /** The least effort of the run. */
  readonly effort: string;
  readonly clauses: readonly RequiredClause[];
  /** Each says of every clause of its time how it binds. */
  readonly profiles: Readonly<Record<'ecs' | 'nova', Profile>>;
}

export type CertifiedProfile = keyof Edition['profiles'];

export function isCertifiedProfile(name: string): name is CertifiedProfile {
  return name === 'ecs' || name === 'nova';
}

/** The profile that an edition judges by. Clauses that came after it do not bind. */
export function editionProfile(edition: Edition, name: CertifiedProfile): Profile {
  const frozen = edition.profiles[name];
  const known = new Set(edition.clauses.map(({ clause }) => clause));
  const later = clauses.filter(({ id }) => !known.has(id)).map(({ id }) => [id, 'not applicable'] as const);
  return { ...frozen, levels: { ...frozen.levels, ...Object.fromEntries(later) } };
}

/** Every published edition, the newest first. New certificates are made by that one. */
export const editions: readonly [newest: Edition, ...older: Edition[]] = [first as Edition];

import { type ClauseId, clauses } from '../clauses';
import type { Profile } from '../profiles/profile';
import first from './2026-1.json';

/** The minimum of checks and inputs for a clause. */
interface RequiredClause {
  readonly clause: ClauseId;
  /** Checks of the clause, properties included. One that runs under both versions counts once. */
  readonly checks: number;
  /** Generated inputs of its properties. */
  readonly trials: number;
}

/**
 * The frozen requirements of a certificate. A later suite judges a bundle by the edition that it names, not by its own
 * catalogue. A published edition never changes: new rules need a new edition.
 */
export interface Edition {
  readonly edition: string;
  /** The minimum effort of the run. */
  readonly effort: string;
  readonly clauses: readonly RequiredClause[];
  /** Each has the level of every clause of the edition. */
  readonly profiles: Readonly<Record<'ecs' | 'nova', Profile>>;
}

export type CertifiedProfile = keyof Edition['profiles'];

export function isCertifiedProfile(name: string): name is CertifiedProfile {
  return name === 'ecs' || name === 'nova';
}

/** The profile of an edition. Clauses that were added later do not bind. */
export function editionProfile(edition: Edition, name: CertifiedProfile): Profile {
  const frozen = edition.profiles[name];
  const known = new Set(edition.clauses.map(({ clause }) => clause));
  const later = clauses.filter(({ id }) => !known.has(id)).map(({ id }) => [id, 'not applicable'] as const);
  return { ...frozen, levels: { ...frozen.levels, ...Object.fromEntries(later) } };
}

/** Every published edition, the newest first. New certificates use the newest one. */
export const editions: readonly [newest: Edition, ...older: Edition[]] = [first as Edition];

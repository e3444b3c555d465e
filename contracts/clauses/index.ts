import { accessClauses, excludedAccessClauses } from './access';
import { answerClauses } from './answer';
import { atomicClauses } from './atomic';
import { bodyClauses } from './body';
import type { Clause, ExcludedClause } from './clause';
import { concurrencyClauses } from './concurrency';
import { isolationClauses } from './isolation';
import { keyClauses } from './key';
import { excludedMethodClauses, methodClauses } from './method';
import { excludedQuotaClauses, quotaClauses } from './quota';
import { replaceClauses } from './replace';
import { excludedStateClauses, stateClauses } from './state';
import { valueClauses } from './value';
import { versionClauses } from './version';

/** The catalogue: every rule of the API that an exchange can show, in the order of the reports. */
const catalogue = [
  ...replaceClauses,
  ...atomicClauses,
  ...keyClauses,
  ...valueClauses,
  ...bodyClauses,
  ...answerClauses,
  ...versionClauses,
  ...stateClauses,
  ...accessClauses,
  ...isolationClauses,
  ...concurrencyClauses,
  ...quotaClauses,
  ...methodClauses,
] as const;

/** A clause id. A check or a mutant that cites an unknown clause does not compile. */
export type ClauseId = (typeof catalogue)[number]['id'];

export type CatalogueClause = Clause & { readonly id: ClauseId };

export const clauses: readonly CatalogueClause[] = catalogue;

export const excludedClauses: readonly ExcludedClause[] = [
  ...excludedStateClauses,
  ...excludedAccessClauses,
  ...excludedQuotaClauses,
  ...excludedMethodClauses,
];

const byId = new Map(clauses.map((clause) => [clause.id, clause]));

/** The clause of an id. Every id has one, since the type comes from the catalogue. */
export function clauseOf(id: ClauseId): CatalogueClause {
  const clause = byId.get(id);
  if (clause === undefined) throw new RangeError(`no clause ${id}`);
  return clause;
}

export function isClauseId(text: string): text is ClauseId {
  return clauses.some((clause) => clause.id === text);
}

/** `REPLACE-02` is of the family `REPLACE`. */
export function familyOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}

import { accessClauses, excludedAccessClauses } from './clauses/access';
import { answerClauses } from './clauses/answer';
import { atomicClauses } from './clauses/atomic';
import { bodyClauses } from './clauses/body';
import type { Clause, ExcludedClause } from './clauses/clause';
import { concurrencyClauses } from './clauses/concurrency';
import { isolationClauses } from './clauses/isolation';
import { keyClauses } from './clauses/key';
import { excludedMethodClauses, methodClauses } from './clauses/method';
import { excludedQuotaClauses, quotaClauses } from './clauses/quota';
import { replaceClauses } from './clauses/replace';
import { excludedStateClauses, stateClauses } from './clauses/state';
import { valueClauses } from './clauses/value';
import { versionClauses } from './clauses/version';

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

/** The clause of an id. Total, since the type of the id is made from the catalogue. */
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

import { type ClauseId, isClauseId } from '../clauses';
import type { Version } from '../metadata';

/**
 * The id of a check: its clause, and a name within the clause, such as `KEY-04/one-more`. It is stable: a title may be
 * reworded, an id never changes, and the id of a removed check is not used again.
 */
export type CheckId = `${ClauseId}/${string}`;

export const checkIdPattern = '^[A-Z]+-[0-9]{2}/[a-z0-9]+(-[a-z0-9]+)*$';

/** True for a text with the form of a check id, of a clause of the catalogue. */
export function isCheckId(text: string): text is CheckId {
  return new RegExp(checkIdPattern).test(text) && isClauseId(text.slice(0, text.indexOf('/')));
}

export function clauseOfCheck(id: CheckId): ClauseId {
  return id.slice(0, id.indexOf('/')) as ClauseId;
}

/** The clause of a check by its name in the evidence. */
export function clauseOfCheckName(name: string): ClauseId {
  return clauseOfCheck(name as CheckId);
}

/**
 * The name of a check in the evidence, unique in a run: its id, and behind it the version under which it ran. A property
 * has no version, since its inputs contain it.
 */
export function checkName(id: CheckId, version?: Version): string {
  return version === undefined ? id : `${id} ${version}`;
}

import { type ClauseId, clauses } from '../../contracts/clauses';
import { type CheckId, clauseOfCheck, isCheckId } from '../../contracts/evidence/check-id';
import type { Selection } from '../../suites/harness/run/selection';
import { declaredChecks } from '../../suites/harness/session/plan';
import { ConfigurationError } from '../../targets/errors';
import { nearest } from './nearest';
import { clausesNamed, families } from './waivers';

/**
 * Reads the words of `--clause`: ids of clauses, names of families, ids of checks. Case does not matter.
 *
 * @throws {ConfigurationError} for any other word.
 */
export function parseSelection(words: readonly string[]): Selection {
  const named = (word: string): readonly (ClauseId | CheckId)[] =>
    word.includes('/') ? [checkNamed(word)] : clausesOrFamily(word);
  return new Set(words.flatMap(named));
}

function clausesOrFamily(word: string): readonly ClauseId[] {
  const named = clausesNamed(word);
  if (named.length > 0) return named;
  const close = nearest(word.toUpperCase(), [...clauses.map(({ id }) => id), ...families()]);
  if (close !== undefined) throw unknown(word, `did you mean ${close}?`);
  const all = families().join(', ');
  throw unknown(word, `give a clause such as KEY-04, a family (${all}), or a check (run --list prints the checks)`);
}

function checkNamed(word: string): CheckId {
  const [clause = '', name = ''] = word.split('/');
  const id = `${clause.toUpperCase()}/${name.toLowerCase()}`;
  const { checks, properties } = declaredChecks();
  const known: readonly CheckId[] = [...checks, ...properties].map((each) => each.id);
  if (isCheckId(id) && known.includes(id)) return id;
  // Of the same clause, if there is one: a name of another clause is rarely what is meant.
  const ofClause = known.filter((each) => clauseOfCheck(each) === clause.toUpperCase());
  const close = nearest(id, ofClause.length > 0 ? ofClause : known);
  if (close !== undefined) throw unknown(word, `did you mean ${close}?`);
  const scope = ofClause.length > 0 ? `run --list --clause ${clause.toUpperCase()}` : 'run --list';
  throw unknown(word, `${scope} prints the checks`);
}

function unknown(word: string, remedy: string): ConfigurationError {
  return new ConfigurationError(`--clause ${word} is unknown: ${remedy}`);
}

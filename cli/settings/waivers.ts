import { type CapabilityName, capabilities, isCapabilityName } from '../../contracts/capabilities';
import { type ClauseId, clauses, familyOf, isClauseId } from '../../contracts/clauses';
import type { Waivers } from '../../reports/verdict/waivers';
import { ConfigurationError } from '../../targets/errors';

/**
 * Reads the words of `--waive`: ids of clauses, names of families, names of capabilities.
 *
 * @throws {ConfigurationError} for any other word.
 */
export function parseWaivers(words: readonly string[]): Waivers {
  const waived = { clauses: new Set<ClauseId>(), capabilities: new Set<CapabilityName>() };
  for (const word of words) {
    const named = clausesNamed(word);
    if (isCapabilityName(word)) waived.capabilities.add(word);
    else if (named.length > 0) for (const id of named) waived.clauses.add(id);
    else throw unknown(word);
  }
  return waived;
}

/** The clause of an id, or the clauses of a family; empty for any other word. Case does not matter. */
export function clausesNamed(word: string): readonly ClauseId[] {
  const name = word.toUpperCase();
  if (isClauseId(name)) return [name];
  return clauses.filter(({ id }) => familyOf(id) === name).map(({ id }) => id);
}

export function families(): string[] {
  return [...new Set(clauses.map(({ id }) => familyOf(id)))];
}

function unknown(word: string): ConfigurationError {
  const names = capabilities.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return new ConfigurationError(
    `--waive ${word} is unknown: give a clause such as KEY-04, a family (${families().join(', ')}) or a capability (${names.join(', ')})`,
  );
}

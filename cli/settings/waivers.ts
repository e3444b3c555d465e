import { type CapabilityName, capabilities, isCapabilityName } from '../../contracts/capabilities';
import { type ClauseId, clauses, familyOf, isClauseId } from '../../contracts/clauses';
import type { Waivers } from '../../reports/verdict/waivers';
import { ConfigurationError } from '../machine/configuration-error';

/**
 * Reads the words of `--waive`: ids of clauses, names of families, and names of capabilities.
 *
 * @throws {ConfigurationError} for a word that is none of these.
 */
export function parseWaivers(words: readonly string[]): Waivers {
  const waived = { clauses: new Set<ClauseId>(), capabilities: new Set<CapabilityName>() };
  for (const word of words) {
    const name = word.toUpperCase();
    const ofFamily = clauses.filter(({ id }) => familyOf(id) === name);
    if (isCapabilityName(word)) waived.capabilities.add(word);
    else if (isClauseId(name)) waived.clauses.add(name);
    else if (ofFamily.length > 0) for (const { id } of ofFamily) waived.clauses.add(id);
    else throw unknown(word);
  }
  return waived;
}

function unknown(word: string): ConfigurationError {
  const names = capabilities.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const families = [...new Set(clauses.map(({ id }) => familyOf(id)))];
  return new ConfigurationError(
    `--waive ${word}: this is no capability (${names.join(', ')}), no family of clauses (${families.join(', ')}) and no clause such as KEY-04`,
  );
}

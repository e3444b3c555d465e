import { type ClauseId, clauses, familyOf, isClauseId } from '../contracts/clauses';
import { UsageError } from './usage-error';

/** What a run may be unable to reach as a whole: the families concerned, and the clauses that hang on them. */
const groups: Readonly<Record<string, { readonly families: readonly string[]; readonly also: readonly ClauseId[] }>> = {
  'vm-states': { families: ['STATE'], also: ['ATOMIC-02'] },
  access: { families: ['ACCESS'], also: ['ATOMIC-04', 'ISOLATION-02'] },
  isolation: { families: ['ISOLATION'], also: [] },
  quota: { families: ['QUOTA'], also: ['ATOMIC-05'] },
};

/**
 * The clauses that the user waives.
 *
 * @throws {UsageError} for a word that is neither a group nor a clause.
 */
export function waivedClauses(words: readonly string[]): ReadonlySet<ClauseId> {
  return new Set(
    words.flatMap((word): ClauseId[] => {
      const group = groups[word];
      if (group !== undefined) {
        const inFamily = clauses.filter(({ id }) => group.families.includes(familyOf(id))).map(({ id }) => id);
        return [...inFamily, ...group.also];
      }
      if (isClauseId(word)) return [word];
      const known = Object.keys(groups).join(', ');
      throw new UsageError(
        `--waive ${word}: there is no such clause or group; groups are ${known}, clauses as REPLACE-02`,
      );
    }),
  );
}

import type { ClauseId } from '../contracts/clauses';
import type { Broken } from '../contracts/oracle/finding';

/**
 * Settles which clause each broken finding is blamed on, by what the whole run shows: a suspect that broke alone
 * elsewhere explains the finding; one that was kept elsewhere is less likely than one that never was.
 */
export function resolveSuspects<Entry extends { readonly finding: Broken }>(
  entries: readonly Entry[],
  isKept: (clause: ClauseId) => boolean,
): (Entry & { readonly blamed: ClauseId })[] {
  const alone = new Set(entries.filter(({ finding }) => finding.suspects.length === 1).map((entry) => first(entry)));
  return entries.map((entry) => {
    const { suspects } = entry.finding;
    const blamed =
      suspects.find((clause) => alone.has(clause)) ?? suspects.find((clause) => !isKept(clause)) ?? first(entry);
    return { ...entry, blamed };
  });
}

function first({ finding }: { readonly finding: Broken }): ClauseId {
  return finding.suspects[0];
}

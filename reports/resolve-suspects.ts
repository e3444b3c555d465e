import type { ClauseId } from '../contracts/clauses';
import type { Broken } from '../contracts/oracle/finding';
import { likelyFaults } from '../contracts/oracle/likely-faults';

/** Settles which clause each broken finding is blamed on, by what the whole run shows. */
export function resolveSuspects<Entry extends { readonly finding: Broken; readonly by: ClauseId }>(
  entries: readonly Entry[],
  isKept: (clause: ClauseId) => boolean,
): (Entry & { readonly blamed: ClauseId })[] {
  const faults = [
    ...likelyFaults(
      entries.map(({ finding: { suspects }, by }) => ({ suspects, by })),
      isKept,
    ),
  ];
  return entries.map((entry) => {
    const { suspects } = entry.finding;
    return { ...entry, blamed: faults.find((clause) => suspects.includes(clause)) ?? suspects[0] };
  });
}

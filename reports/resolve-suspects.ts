import type { ClauseId } from '../contracts/clauses';
import type { Broken } from '../contracts/oracle/finding';
import { likelyFaults } from '../contracts/oracle/likely-faults';
import { suspectsGiven, wholeRun } from '../contracts/oracle/whole-run';

/** Settles which clause each broken finding is blamed on, by what the whole run shows. */
export function resolveSuspects<Entry extends { readonly finding: Broken; readonly by: ClauseId }>(
  entries: readonly Entry[],
  isKept: (clause: ClauseId) => boolean,
): (Entry & { readonly blamed: ClauseId })[] {
  const run = wholeRun(entries.map(({ finding }) => finding));
  const suspicions = entries.map(({ finding, by }) => ({ suspects: suspectsGiven(finding, run), by }));
  const faults = [...likelyFaults(suspicions, isKept)];
  return entries.map((entry, place) => {
    const suspects = suspicions[place]?.suspects ?? entry.finding.suspects;
    return { ...entry, blamed: faults.find((clause) => suspects.includes(clause)) ?? suspects[0] };
  });
}

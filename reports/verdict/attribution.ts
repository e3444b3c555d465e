import type { ClauseId } from '../../contracts/clauses';
import {
  candidatesGiven,
  minimalExplanation,
  runContext,
} from '../../contracts/oracle/attribution/minimal-explanation';
import type { Violated } from '../../contracts/oracle/finding';

/** Settles which clause each broken finding is blamed on, by what the whole run shows. */
export function attributeViolations<Entry extends { readonly finding: Violated; readonly by: ClauseId }>(
  entries: readonly Entry[],
  isKept: (clause: ClauseId) => boolean,
): (Entry & { readonly blamed: ClauseId })[] {
  const run = runContext(entries.map(({ finding }) => finding));
  const suspicions = entries.map(({ finding, by }) => ({ suspects: candidatesGiven(finding, run), by }));
  const faults = [...minimalExplanation(suspicions, isKept)];
  return entries.map((entry, place) => {
    const suspects = suspicions[place]?.suspects ?? entry.finding.suspects;
    return { ...entry, blamed: faults.find((clause) => suspects.includes(clause)) ?? suspects[0] };
  });
}

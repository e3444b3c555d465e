import type { ClauseId } from '../clauses';
import { anyReplace, goesWrongAnyway } from './any-replace';
import { isOfOthers } from './is-of-others';

/** What is suspected of one thing that is broken, the most telling first. */
export interface Suspicion {
  readonly suspects: readonly ClauseId[];
  /** The clause of the check that came upon it. */
  readonly by: ClauseId;
}

/**
 * The fewest clauses that explain every broken finding: those that broke alone; then, while findings are left, the
 * suspect that most of them share. Among equals, one that its own check suspects comes first, then one that was never
 * seen kept, then the one that ranks first among the suspects.
 *
 * A clause that was seen kept, and whose own checks came upon nothing, steps back where each finding has a suspect whose
 * own check did come upon something.
 *
 * The last suspect of several is what any plain request would break; unless that one broke alone, or its own check came
 * upon it, it is not the fault. Where two ways broke alone in which any replace may go wrong, so may the others have.
 */
export function likelyFaults(
  suspicions: Iterable<Suspicion>,
  isKept: (clause: ClauseId) => boolean,
): ReadonlySet<ClauseId> {
  const all = [...suspicions];
  const faults = new Set(all.flatMap(({ suspects }) => (suspects.length === 1 ? suspects : [])));
  const isAnyReplace = goesWrongAnyway(faults);
  const isOpen = ({ suspects }: Suspicion) => !suspects.some((clause) => faults.has(clause));
  for (let open = all.filter(isOpen); open.length > 0; open = open.filter(isOpen)) {
    // What is explained already says nothing of the others that were suspected of it.
    const own = new Set(open.filter(isOwn).map(({ by }) => by));
    const [likeliest] = candidates(groupsOf(open), own, isAnyReplace ? new Set([...own, ...anyReplace]) : own, isKept);
    if (likeliest === undefined) break;
    faults.add(likeliest);
  }
  return faults;
}

/** Whether a check came upon what it looks for, and not upon what others may have done. */
function isOwn({ suspects, by }: Suspicion): boolean {
  return suspects.includes(by) && (isOfOthers(by) || !suspects.some(isOfOthers));
}

/** Suspicions of the same clauses count once. */
function groupsOf(suspicions: readonly Suspicion[]): (readonly ClauseId[])[] {
  return [...new Map(suspicions.map(({ suspects }) => [suspects.join(), suspects])).values()];
}

/**
 * @param own clauses whose own checks came upon something.
 * @param likely those that may be the fault also where they are the last of several suspects.
 */
function candidates(
  groups: readonly (readonly ClauseId[])[],
  own: ReadonlySet<ClauseId>,
  likely: ReadonlySet<ClauseId>,
  isKept: (clause: ClauseId) => boolean,
): ClauseId[] {
  const ranks = new Map<ClauseId, number[]>();
  for (const suspects of groups) {
    for (const [rank, clause] of suspects.entries()) {
      const isPlain = rank === suspects.length - 1;
      if (!isPlain || likely.has(clause)) ranks.set(clause, [...(ranks.get(clause) ?? []), rank]);
    }
  }
  const sum = (numbers: readonly number[] = []) => numbers.reduce((total, number) => total + number, 0);
  const isOwned = (suspects: readonly ClauseId[]) => suspects.some((clause) => own.has(clause));
  const stepsBack = (clause: ClauseId) => {
    return isKept(clause) && !own.has(clause) && groups.every((group) => !group.includes(clause) || isOwned(group));
  };
  const order = (clause: ClauseId) => [
    Number(stepsBack(clause)),
    -(ranks.get(clause)?.length ?? 0),
    -Number(own.has(clause)),
    Number(isKept(clause)),
    sum(ranks.get(clause)),
  ];
  return [...ranks.keys()].sort((one, other) => compare(order(one), order(other)));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

import type { ClauseId } from '../../clauses';
import { isIsolationClause } from '../isolation';
import { type CandidateSet, everyReplaceClauses, failsEveryReplace } from './candidate-sets';

/**
 * Chooses a small set of clauses that contains a candidate of every finding: the greedy algorithm for the minimum
 * hitting set (Chvátal 1979), after the usual reduction that chooses the clause of every set of one.
 *
 * @returns the clauses in the order in which they were chosen, the forced ones first.
 */
export function minimalExplanation(
  sets: readonly CandidateSet[],
  isSatisfied: (clause: ClauseId) => boolean,
): ReadonlySet<ClauseId> {
  const chosen = new Set(forcedClauses(sets));
  const alwaysActive = new Set<ClauseId>(failsEveryReplace(chosen) ? everyReplaceClauses : []);
  const isOpen = ({ candidates }: CandidateSet) => !candidates.some((clause) => chosen.has(clause));
  for (let open = sets.filter(isOpen); open.length > 0; open = open.filter(isOpen)) {
    const best = bestCandidate(open, alwaysActive, isSatisfied);
    if (best === undefined) break;
    chosen.add(best);
  }
  return chosen;
}

/** The clauses that are the only candidate of a set. */
export function forcedClauses(sets: readonly CandidateSet[]): ReadonlySet<ClauseId> {
  return new Set(sets.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : [])));
}

/**
 * The best clause to choose next, among the active candidates of the open sets.
 *
 * The least specific candidate of a set applies to every plain request. It is passive, and explains a finding only if
 * it was chosen for another one. It is active if its own check found a violation of it, if it is in `alwaysActive`, or if
 * the run showed every other candidate to be satisfied, but never this one: a run of few checks may have no check of it.
 */
function bestCandidate(
  open: readonly CandidateSet[],
  alwaysActive: ReadonlySet<ClauseId>,
  isSatisfied: (clause: ClauseId) => boolean,
): ClauseId | undefined {
  // Computed again for each round: a set that is explained is no evidence for its other candidates.
  const own = new Set(open.filter(isFoundByOwnCheck).map(({ by }) => by));
  const sets = distinctSets(open);
  /** For each active clause, its places in the sets: a low place is a specific one. */
  const places = new Map<ClauseId, number[]>();
  for (const candidates of sets) {
    for (const [place, clause] of candidates.entries()) {
      const isLast = place === candidates.length - 1;
      const isOnlyOneNotSatisfied = candidates.every((other) => isSatisfied(other) === (other !== clause));
      const isPassive = isLast && !own.has(clause) && !alwaysActive.has(clause) && !isOnlyOneNotSatisfied;
      if (!isPassive) places.set(clause, [...(places.get(clause) ?? []), place]);
    }
  }
  const hasOwn = (candidates: readonly ClauseId[]) => candidates.some((clause) => own.has(clause));
  // It was satisfied, its own checks found nothing, and each of its sets has a candidate whose own check found it.
  const isContradicted = (clause: ClauseId) =>
    isSatisfied(clause) && !own.has(clause) && sets.every((set) => !set.includes(clause) || hasOwn(set));
  const order = ([clause, ranks]: [ClauseId, number[]]) => [
    Number(isContradicted(clause)),
    -ranks.length,
    -Number(own.has(clause)),
    Number(isSatisfied(clause)),
    ranks.reduce((sum, rank) => sum + rank, 0),
  ];
  const [best] = [...places].sort((one, other) => compareLists(order(one), order(other)));
  return best?.[0];
}

/** True if the check found a violation of its own clause, and no replace of another server may have caused it. */
function isFoundByOwnCheck({ candidates, by }: CandidateSet): boolean {
  return candidates.includes(by) && (isIsolationClause(by) || !candidates.some(isIsolationClause));
}

/** Equal sets count once, whatever check found them. */
function distinctSets(sets: readonly CandidateSet[]): (readonly ClauseId[])[] {
  return [...new Map(sets.map(({ candidates }) => [candidates.join(), candidates])).values()];
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

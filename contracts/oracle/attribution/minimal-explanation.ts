import type { ClauseId } from '../../clauses';
import type { Violated } from '../finding';
import { isIsolationClause } from '../isolation';

/** What is suspected of one thing that is broken, the most telling first. */
export interface CandidateSet {
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
export function minimalExplanation(
  suspicions: Iterable<CandidateSet>,
  isKept: (clause: ClauseId) => boolean,
): ReadonlySet<ClauseId> {
  const all = [...suspicions];
  const faults = new Set(all.flatMap(({ suspects }) => (suspects.length === 1 ? suspects : [])));
  const isAnyReplace = failsEveryReplace(faults);
  const isOpen = ({ suspects }: CandidateSet) => !suspects.some((clause) => faults.has(clause));
  for (let open = all.filter(isOpen); open.length > 0; open = open.filter(isOpen)) {
    // What is explained already says nothing of the others that were suspected of it.
    const own = new Set(open.filter(isFoundByOwnCheck).map(({ by }) => by));
    const [likeliest] = rankedCandidates(
      distinctSets(open),
      own,
      isAnyReplace ? new Set([...own, ...everyReplaceClauses]) : own,
      isKept,
    );
    if (likeliest === undefined) break;
    faults.add(likeliest);
  }
  return faults;
}

/** Whether a check came upon what it looks for, and not upon what others may have done. */
function isFoundByOwnCheck({ suspects, by }: CandidateSet): boolean {
  return suspects.includes(by) && (isIsolationClause(by) || !suspects.some(isIsolationClause));
}

/** Suspicions of the same clauses count once. */
function distinctSets(suspicions: readonly CandidateSet[]): (readonly ClauseId[])[] {
  return [...new Map(suspicions.map(({ suspects }) => [suspects.join(), suspects])).values()];
}

/**
 * @param own clauses whose own checks came upon something.
 * @param likely those that may be the fault also where they are the last of several suspects.
 */
function rankedCandidates(
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

/** What all findings of a run together say of each. */
export interface RunContext {
  /** The statuses with which the target refuses requests that it takes another time: they tell of no reason. */
  readonly unsteady: ReadonlySet<number>;
  /** The clauses that broke alone. */
  readonly alone: ReadonlySet<ClauseId>;
}

export function runContext(findings: readonly Violated[]): RunContext {
  const unsteady = unsteadyStatuses(findings);
  const steady = findings.filter(({ refused }) => !isUnsteady(refused, unsteady)).map(({ suspects }) => suspects);
  const alone = new Set(steady.flatMap((suspects) => (suspects.length === 1 ? suspects : [])));
  // Only now it is known whether an earlier value is one that was not replaced.
  for (const suspects of steady) {
    const [first, ...others] = withoutAlteredValue(suspects, alone);
    if (others.length === 0) alone.add(first);
  }
  return { unsteady, alone };
}

export function unsteadyStatuses(findings: readonly Violated[]): ReadonlySet<number> {
  return new Set(findings.flatMap(({ refused, isUnsteady }) => (isUnsteady && refused !== undefined ? [refused] : [])));
}

/** What is suspected of a broken finding, given the whole run. */
export function candidatesGiven(
  finding: Violated,
  { unsteady, alone }: RunContext,
): readonly [ClauseId, ...ClauseId[]] {
  const { suspects, refused, explainedBy = [] } = finding;
  if (isUnsteady(refused, unsteady)) return ['ANSWER-01'];
  return [...withoutAlteredValue(suspects, alone), ...explainedBy.filter((clause) => alone.has(clause))];
}

/** A value that was there before has not been altered where replaces go wrong anyway. */
function withoutAlteredValue(suspects: Violated['suspects'], alone: ReadonlySet<ClauseId>): Violated['suspects'] {
  if (!suspects.includes('REPLACE-03') || !failsEveryReplace(alone)) return suspects;
  const [first = 'REPLACE-03', ...others] = suspects.filter((clause) => clause !== 'VALUE-03');
  return [first, ...others];
}

function isUnsteady(refused: number | undefined, unsteady: ReadonlySet<number>): boolean {
  return refused !== undefined && unsteady.has(refused);
}

/** The clauses that bind every replace, whatever its map. */
const everyReplaceClauses = [
  'REPLACE-01',
  'REPLACE-02',
  'REPLACE-03',
  'REPLACE-04',
] as const satisfies readonly ClauseId[];

/** Whether replaces go wrong whatever they carry: two of the ways broke alone. */
function failsEveryReplace(alone: ReadonlySet<ClauseId>): boolean {
  return everyReplaceClauses.filter((clause) => alone.has(clause)).length > 1;
}

import type { ClauseId } from '../clauses';
import { truncate } from '../text/truncate';

/** The exchange shows that the target satisfies a clause. */
export interface Satisfied {
  readonly outcome: 'satisfied';
  readonly clause: ClauseId;
}

/**
 * The exchange shows that the target violates a clause. Several candidates may explain it. `attribution/attribution.ts`
 * chooses one of them, given all findings of the run.
 */
export interface Violated {
  readonly outcome: 'violated';
  /** The candidates, the most specific first. */
  readonly candidates: readonly [ClauseId, ...ClauseId[]];
  readonly expected: string;
  readonly observed: string;
  /** The status of the rejection, if the rejection is the violation. */
  readonly refused?: number;
  /** Clauses that explain the finding too, but only if they are the only candidate of another one. */
  readonly explainedBy?: readonly ClauseId[];
  /** The target accepted the same plain request before: a rejection with this status has no reason. */
  readonly isUnsteady?: true;
}

/** The target follows this reading of an open clause. */
export interface Reading {
  readonly outcome: 'reading';
  readonly clause: ClauseId;
  readonly reading: string;
  /** Other clauses that the request exercises. If the target violates one of them, the finding shows no reading. */
  readonly despite: readonly ClauseId[];
  /** The status of the rejection, if the rejection is the reading. */
  readonly refused?: number;
}

export type Finding = Satisfied | Violated | Reading;

export function satisfied(clause: ClauseId): Satisfied {
  return { outcome: 'satisfied', clause };
}

export function reading(clause: ClauseId, text: string, despite: readonly ClauseId[] = []): Reading {
  return { outcome: 'reading', clause, reading: text, despite };
}

/** The reading of a target that rejects the request with this status. */
export function readingByRejection(
  clause: ClauseId,
  text: string,
  status: number,
  despite: readonly ClauseId[] = [],
): Reading {
  return { ...reading(clause, text, despite), refused: status };
}

/** The maximum length of `expected` and of `observed`, in characters: a response may be of any length. */
const longestText = 2_000;

export function violated(candidates: readonly ClauseId[], expected: string, observed: string): Violated[] {
  const [first, ...rest] = new Set(candidates);
  if (first === undefined) return [];
  return [
    { outcome: 'violated', candidates: [first, ...rest], expected: truncated(expected), observed: truncated(observed) },
  ];
}

function truncated(text: string): string {
  const { text: shown, left } = truncate(text, longestText);
  return left === 0 ? text : `${shown}… (${left} more characters)`;
}

/** A violation by the rejection of a request. */
export function wrongRejection(candidates: readonly ClauseId[], expected: string, status: number): Violated[] {
  return violated(candidates, expected, `status ${status}`).map((finding) => ({ ...finding, refused: status }));
}

/**
 * A violation that a check could not repeat counts once this many checks found an equal one: the target is unsteady.
 */
export const checksThatConfirm = 3;

/** True if one clause may explain both findings. */
function shareCandidate(one: Violated, other: Violated): boolean {
  return one.candidates.some((clause) => other.candidates.includes(clause));
}

/** True if a finding of one pass of a check appears in another pass too. */
export function appearsInAnotherPass(finding: Violated, otherPasses: readonly (readonly Violated[])[]): boolean {
  return otherPasses.some((findings) => findings.some((other) => shareCandidate(finding, other)));
}

/**
 * A violation that several passes of a check show counts once: in the pass where it has the fewest candidates, and
 * among equals in the first. Returns true if this pass is the one.
 *
 * @param passes the violations of each pass of the check.
 * @param place the index of the pass that shows it.
 */
export function countsInPass(finding: Violated, passes: readonly (readonly Violated[])[], place: number): boolean {
  const count = finding.candidates.length;
  const before = passes.map((findings, other) =>
    findings.filter(({ candidates }) => candidates.length < count || (candidates.length === count && other < place)),
  );
  return !appearsInAnotherPass(finding, before.toSpliced(place, 1));
}

/** Findings with equal candidates have the same key. */
export function candidateKey({ candidates }: Violated): string {
  return candidates.join();
}

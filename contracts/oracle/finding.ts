import type { ClauseId } from '../clauses';
import { truncate } from '../text/truncate';

/** The target kept a clause in this exchange. */
export interface Satisfied {
  readonly outcome: 'kept';
  readonly clause: ClauseId;
}

/**
 * The target broke a clause. Where the exchange alone cannot tell which of several, all are suspects, the most
 * likely first; `attribution/minimal-explanation.ts` settles it by what the rest of the run shows.
 */
export interface Violated {
  readonly outcome: 'broken';
  readonly suspects: readonly [ClauseId, ...ClauseId[]];
  readonly expected: string;
  readonly observed: string;
  /** The status with which the request was refused, where that is what is wrong. */
  readonly refused?: number;
  /** Clauses that explain it where they broke alone, and are no suspects where they did not. */
  readonly explainedBy?: readonly ClauseId[];
  /** The very same plain request was taken before: a refusal with this status need not have any reason. */
  readonly isUnsteady?: true;
}

/** The target follows this reading of a clause that the sources leave open. */
export interface Reading {
  readonly outcome: 'reading';
  readonly clause: ClauseId;
  readonly reading: string;
  /** What else the request exercised: where the target breaks one of these, it shows nothing of the reading. */
  readonly despite: readonly ClauseId[];
  /** The status with which the request was refused, where that is the reading. */
  readonly refused?: number;
}

export type Finding = Satisfied | Violated | Reading;

export function satisfied(clause: ClauseId): Satisfied {
  return { outcome: 'kept', clause };
}

export function reading(clause: ClauseId, text: string, despite: readonly ClauseId[] = []): Reading {
  return { outcome: 'reading', clause, reading: text, despite };
}

/** The reading of a target that refuses the request with this status. */
export function readingByRejection(
  clause: ClauseId,
  text: string,
  status: number,
  despite: readonly ClauseId[] = [],
): Reading {
  return { ...reading(clause, text, despite), refused: status };
}

/** Characters of what was expected and of what was observed: a target chooses how much that is. */
const longestText = 2_000;

export function violated(suspects: readonly ClauseId[], expected: string, observed: string): Violated[] {
  const [first, ...rest] = new Set(suspects);
  if (first === undefined) return [];
  return [
    { outcome: 'broken', suspects: [first, ...rest], expected: truncated(expected), observed: truncated(observed) },
  ];
}

function truncated(text: string): string {
  const { text: shown, left } = truncate(text, longestText);
  return left === 0 ? text : `${shown}… (${left} more characters)`;
}

/** A violation by the refusal of a request. */
export function wrongRejection(suspects: readonly ClauseId[], expected: string, status: number): Violated[] {
  return violated(suspects, expected, `status ${status}`).map((finding) => ({ ...finding, refused: status }));
}

/** A fault that shows once and not again counts once so many checks have come upon the like: the target is unsteady. */
export const checksThatConfirm = 3;

/** Whether two findings may be of one fault. */
export function shareCandidate(one: Violated, other: Violated): boolean {
  return one.suspects.some((clause) => other.suspects.includes(clause));
}

/** Whether a finding of one pass of a check shows in another pass as well. */
export function appearsInAnotherPass(finding: Violated, otherPasses: readonly (readonly Violated[])[]): boolean {
  return otherPasses.some((findings) => findings.some((other) => shareCandidate(finding, other)));
}

/** Of findings that are the like. */
export function candidateKey({ suspects }: Violated): string {
  return suspects.join();
}

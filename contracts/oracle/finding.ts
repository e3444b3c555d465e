import type { ClauseId } from '../clauses';
import { truncate } from '../text/truncate';

/** The target kept a clause in this exchange. */
export interface Kept {
  readonly outcome: 'kept';
  readonly clause: ClauseId;
}

/**
 * The target broke a clause. Where the exchange alone cannot tell which of several, all are suspects, the most
 * likely first; `resolve-suspects.ts` settles it by what the rest of the run shows.
 */
export interface Broken {
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

export type Finding = Kept | Broken | Reading;

export function kept(clause: ClauseId): Kept {
  return { outcome: 'kept', clause };
}

export function reading(clause: ClauseId, text: string, despite: readonly ClauseId[] = []): Reading {
  return { outcome: 'reading', clause, reading: text, despite };
}

/** The reading of a target that refuses the request with this status. */
export function refusing(clause: ClauseId, text: string, status: number, despite: readonly ClauseId[] = []): Reading {
  return { ...reading(clause, text, despite), refused: status };
}

/** Characters of what was expected and of what was observed: a target chooses how much that is. */
const longest = 2_000;

export function broken(suspects: readonly ClauseId[], expected: string, observed: string): Broken[] {
  const [first, ...rest] = new Set(suspects);
  if (first === undefined) return [];
  return [{ outcome: 'broken', suspects: [first, ...rest], expected: clipped(expected), observed: clipped(observed) }];
}

function clipped(text: string): string {
  const { text: shown, left } = truncate(text, longest);
  return left === 0 ? text : `${shown}… (${left} more characters)`;
}

/** A violation by the refusal of a request. */
export function wronglyRefused(suspects: readonly ClauseId[], expected: string, status: number): Broken[] {
  return broken(suspects, expected, `status ${status}`).map((finding) => ({ ...finding, refused: status }));
}

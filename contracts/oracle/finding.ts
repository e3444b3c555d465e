import type { ClauseId } from '../clauses';

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
}

/** The target follows this reading of a clause that the sources leave open. */
export interface Reading {
  readonly outcome: 'reading';
  readonly clause: ClauseId;
  readonly reading: string;
  /** What else the request exercised: where the target breaks one of these, it shows nothing of the reading. */
  readonly despite: readonly ClauseId[];
}

export type Finding = Kept | Broken | Reading;

export function kept(clause: ClauseId): Kept {
  return { outcome: 'kept', clause };
}

export function reading(clause: ClauseId, text: string, despite: readonly ClauseId[] = []): Reading {
  return { outcome: 'reading', clause, reading: text, despite };
}

export function broken(suspects: readonly ClauseId[], expected: string, observed: string): Broken[] {
  const [first, ...rest] = new Set(suspects);
  return first === undefined ? [] : [{ outcome: 'broken', suspects: [first, ...rest], expected, observed }];
}

import { createContext } from 'preact';

/** Limits of a page, so that it stays small whatever a target sends. */
export interface SizeBudget {
  /** Exchanges, shared among the failures. */
  readonly exchanges: number;
  /** Of any one text from the wire, in characters. */
  readonly characters: number;
  /** Of one message. */
  readonly headers: number;
}

/** From the usual budget to one that any page fits into. */
export const sizeBudgets: readonly [SizeBudget, ...SizeBudget[]] = [
  { exchanges: 500, characters: 1_500, headers: 20 },
  { exchanges: 200, characters: 300, headers: 10 },
  { exchanges: 0, characters: 40, headers: 2 },
];

export const SizeBudgetContext = createContext(sizeBudgets[0]);

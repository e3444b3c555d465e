import type { Outcome } from './outcome';

/** What a stored result shows of a client, in one sentence. */
export interface Finding {
  readonly client: string;
  /** The scenarios that show it, and their outcome. */
  readonly scenarios: readonly string[];
  readonly outcome: Outcome;
  readonly sentence: string;
}

export const findings: readonly Finding[] = [];

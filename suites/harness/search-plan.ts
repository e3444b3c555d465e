import type { ClauseId } from '../../contracts/clauses';
import type { Version } from '../../contracts/metadata';
import type { Effort } from './effort';

/** A past counterexample of a law, tried before anything is generated. */
export interface PastCounterexample {
  /** The name of the law's check: a law that says something else needs other inputs. */
  readonly law: string;
  readonly version: Version;
  readonly input: unknown;
}

/** How the laws are searched. */
export interface SearchPlan {
  readonly effort: Effort;
  /** With the same seed, the same inputs are generated. */
  readonly seed: number;
  /** Nothing but the checks and laws of these clauses, where given. */
  readonly only?: ReadonlySet<ClauseId>;
  readonly corpus: readonly PastCounterexample[];
  /** Nothing but this: the law of a clause, for the input to which the path leads under the seed. */
  readonly replay?: { readonly clause: ClauseId; readonly seed: number; readonly path: string };
}

import type { ClauseId } from '../../contracts/clauses';

/** Software that answers the request of the page, and the causes of its violations. */
export interface Implementation {
  /** The name of a stored run is the product, then the version. */
  readonly product: string;
  /** How it runs here, and what that means for the results. */
  readonly setup: string;
  /** The folder with `up.sh` and `down.sh`; absent for one without such scripts. */
  readonly folder?: string;
  /** The releases that `up.sh` takes; absent where it has one. */
  readonly releases?: readonly string[];
  readonly causes: readonly Cause[];
}

/** Why an implementation violates clauses. */
export interface Cause {
  readonly clauses: readonly ClauseId[];
  /** The first and the last major release with it; absent for no limit. */
  readonly from?: number;
  readonly to?: number;
  /** Only for names that contain it: a cause of one deployment. */
  readonly deployment?: string;
  readonly sentence: string;
  /** The code that is the cause; absent where it is none of the implementation. */
  readonly source?: Source;
}

/** The first line of a file of an installed package that contains `code`. */
export interface Source {
  readonly file: string;
  readonly code: string;
}

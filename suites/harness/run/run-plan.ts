import type { ClauseId } from '../../../contracts/clauses';
import type { Version } from '../../../contracts/metadata';

/** A past counterexample of a law, tried before anything is generated. */
export interface RegressionExample {
  /** The name of the law's check: a law that says something else needs other inputs. */
  readonly law: string;
  readonly version: Version;
  readonly input: unknown;
}

/** How the laws are searched. */
export interface RunPlan {
  readonly effort: Effort;
  /** With the same seed, the same inputs are generated. */
  readonly seed: number;
  /** Nothing but the checks and laws of these clauses, where given. */
  readonly only?: ReadonlySet<ClauseId>;
  readonly corpus: readonly RegressionExample[];
  /** Nothing but this: the law of a clause, for the input to which the path leads under the seed. */
  readonly replay?: { readonly clause: ClauseId; readonly seed: number; readonly path: string };
}

/** How far a run goes beyond one look at each enumerated case. */
export interface Effort {
  readonly name: 'quick' | 'standard' | 'thorough';
  /** Requests of a run against the embedded endpoint, to the nearest thousand. */
  readonly requests: number;
  /** Each enumerated case under both versions of the API; otherwise under either in turn. */
  readonly bothVersions: boolean;
  /** Generated inputs for each law. */
  readonly runs: number;
  /** Times that requests are made to meet, for each way in which they can. */
  readonly races: number;
  /** Changes of the vm_state are slow on a cloud: laws that need them run this share of their inputs. */
  readonly stateShare: number;
  /** Requests that the shrinking of one counterexample may take. */
  readonly shrinkRequests: number;
}

const quick: Effort = {
  name: 'quick',
  requests: 6_000,
  bothVersions: false,
  runs: 12,
  races: 8,
  stateShare: 0.2,
  shrinkRequests: 300,
};

const standard: Effort = {
  name: 'standard',
  requests: 17_000,
  bothVersions: true,
  runs: 60,
  races: 40,
  stateShare: 0.2,
  shrinkRequests: 1_000,
};

const thorough: Effort = {
  name: 'thorough',
  requests: 140_000,
  bothVersions: true,
  runs: 1_000,
  races: 300,
  stateShare: 0.3,
  shrinkRequests: 3_000,
};

export const efforts: Readonly<Record<Effort['name'], Effort>> = { quick, standard, thorough };

export function isEffort(text: string): text is Effort['name'] {
  return Object.hasOwn(efforts, text);
}

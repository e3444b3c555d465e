import type { ClauseId } from '../../../contracts/clauses';
import type { CheckId } from '../../../contracts/evidence/check-id';
import type { RecordedShard } from '../../../contracts/evidence/events';
import type { Version } from '../../../contracts/metadata';
import type { Selection } from './selection';

/** A past counterexample of a property, tried before inputs are generated. */
export interface RegressionExample {
  /** The id of the property. */
  readonly property: CheckId;
  readonly version: Version;
  readonly input: unknown;
}

/** Settings of a run. */
export interface RunPlan {
  readonly effort: Effort;
  /** With the same seed, the same inputs are generated. */
  readonly seed: number;
  /** Runs only these checks and properties. */
  readonly only?: Selection;
  /** The shard whose checks `only` names. */
  readonly shard?: Omit<RecordedShard, 'rules'>;
  /** Of the checks, those run that fit into it, in the order of the run. */
  readonly limit?: RunLimit;
  readonly corpus: readonly RegressionExample[];
  /** Runs only the property of a clause, for the one input of this seed and path. */
  readonly replay?: { readonly clause: ClauseId; readonly seed: number; readonly path: string };
}

/** The most that a run may spend. */
export interface RunLimit {
  readonly requests: number;
  /** Milliseconds. */
  readonly time: number;
}

/** How far a run goes beyond one look at each enumerated case. */
export interface Effort {
  readonly name: 'smoke' | 'quick' | 'standard' | 'thorough';
  /** Each enumerated case runs under both versions of the API; otherwise under each in turn. */
  readonly bothVersions: boolean;
  /** Generated inputs for each property. */
  readonly runs: number;
  /** Races for each property with concurrent requests. */
  readonly races: number;
  /** Properties that change the vm_state, which is slow on a cloud, run this share of their inputs. */
  readonly stateShare: number;
  /** Requests for the shrinking of one counterexample. */
  readonly shrinkRequests: number;
  /** The most requests of a run for which the user sets no limit. */
  readonly maxRequests?: number;
}

const quick: Effort = {
  name: 'quick',
  bothVersions: false,
  runs: 12,
  races: 8,
  stateShare: 0.2,
  shrinkRequests: 300,
};

/** The checks of quick effort that find the most faults by the fewest requests. */
const smoke: Effort = { ...quick, name: 'smoke', maxRequests: 300 };

const standard: Effort = {
  name: 'standard',
  bothVersions: true,
  runs: 60,
  races: 40,
  stateShare: 0.2,
  shrinkRequests: 1_000,
};

const thorough: Effort = {
  name: 'thorough',
  bothVersions: true,
  runs: 1_000,
  races: 300,
  stateShare: 0.3,
  shrinkRequests: 3_000,
};

/** The limit of a run, by the settings of its user and by its effort; undefined for none. */
export function limitOf(
  effort: Effort,
  given: { readonly [Name in keyof RunLimit]?: number | undefined } = {},
): RunLimit | undefined {
  const { requests = effort.maxRequests, time } = given;
  if (requests === undefined && time === undefined) return undefined;
  return { requests: requests ?? Number.POSITIVE_INFINITY, time: time ?? Number.POSITIVE_INFINITY };
}

export const efforts: Readonly<Record<Effort['name'], Effort>> = { smoke, quick, standard, thorough };

export function isEffort(text: string): text is Effort['name'] {
  return Object.hasOwn(efforts, text);
}

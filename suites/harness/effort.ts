/** How far the random search goes; the enumerated cases run at every effort. */
export interface Effort {
  readonly name: 'quick' | 'standard' | 'thorough';
  /** Requests of a run against the embedded endpoint, examples included, to the nearest thousand. */
  readonly requests: number;
  /** Generated inputs for each law. */
  readonly runs: number;
  /** Times that requests are made to meet, for each way in which they can. */
  readonly races: number;
  /** Changes of the vm_state are slow on a cloud: laws that need them run this share of their inputs. */
  readonly stateShare: number;
  /** Requests that the shrinking of one counterexample may take. */
  readonly shrinkRequests: number;
}

export const efforts: Readonly<Record<Effort['name'], Effort>> = {
  quick: { name: 'quick', requests: 7_000, runs: 20, races: 10, stateShare: 0.2, shrinkRequests: 400 },
  standard: { name: 'standard', requests: 11_000, runs: 60, races: 40, stateShare: 0.2, shrinkRequests: 1_000 },
  thorough: { name: 'thorough', requests: 111_000, runs: 1_000, races: 300, stateShare: 0.3, shrinkRequests: 3_000 },
};

export function isEffort(text: string): text is Effort['name'] {
  return Object.hasOwn(efforts, text);
}

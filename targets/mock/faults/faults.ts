import type { Behaviour } from '../../embedded/behaviour';
import type { Fault } from './fault';

/** All that is wrong with a mock. */
export interface Faults {
  readonly faults: readonly Fault[];
  /** Of the draws: the same seed and the same order of requests give the same faults. */
  readonly seed: number;
  /** The overrides of a mutant. */
  readonly behaviour: Partial<Behaviour>;
  /** How long a new token is good, in milliseconds. */
  readonly tokenLifetime: number;
}

/** A compliant cloud, whose tokens are good for a day. */
export const noFaults: Faults = { faults: [], seed: 0, behaviour: {}, tokenLifetime: 86_400_000 };

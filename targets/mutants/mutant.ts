import type { ClauseId } from '../../contracts/clauses';
import type { Behaviour } from '../embedded/behaviour';

/** A known-wrong endpoint: the faithful one with one fault, as it occurs in the field. */
export interface Mutant {
  readonly name: string;
  /** The clauses that a report must blame; it blames no others but those of `alsoBreaks`. */
  readonly killedBy: readonly ClauseId[];
  /** Clauses that it breaks as well: a report may blame them too, or find them explained by the others. */
  readonly alsoBreaks: readonly ClauseId[];
  /** The profile that speaks of these clauses, where `ecs` does not. */
  readonly profile: 'nova' | undefined;
  /** Only real connections show its fault. */
  readonly isOfTransport: boolean;
  /** Made anew for every endpoint, so that a mutant may remember something. */
  readonly behaviour: () => Partial<Behaviour>;
}

type Fault = Partial<Behaviour> & {
  readonly killedBy: readonly ClauseId[];
  readonly alsoBreaks?: readonly ClauseId[];
  readonly profile?: 'nova';
  readonly isOfTransport?: boolean;
};

/** Declares a mutant: the clauses that kill it, and the decisions that it takes wrongly. */
export function mutant(name: string, fault: Fault | (() => Fault)): Mutant {
  const make = typeof fault === 'function' ? fault : () => fault;
  const { killedBy, alsoBreaks = [], profile, isOfTransport = false } = make();
  return {
    name,
    killedBy,
    alsoBreaks,
    profile,
    isOfTransport,
    behaviour: () => {
      const { killedBy: _, alsoBreaks: __, profile: ___, isOfTransport: ____, ...behaviour } = make();
      return behaviour;
    },
  };
}

import type { ClauseId } from '../../contracts/clauses';
import type { Behaviour } from '../reference/behaviour';

/** A known-wrong endpoint: the faithful one with one fault, as it occurs in the field. */
export interface Mutant {
  readonly name: string;
  /** The clauses that it breaks, and no others. */
  readonly killedBy: readonly ClauseId[];
  /** The profile that speaks of these clauses, where `ecs` does not. */
  readonly profile: 'nova' | undefined;
  /** Made anew for every endpoint, so that a mutant may remember something. */
  readonly behaviour: () => Partial<Behaviour>;
}

type Fault = Partial<Behaviour> & { readonly killedBy: readonly ClauseId[]; readonly profile?: 'nova' };

/** Declares a mutant: the clauses that kill it, and the decisions that it takes wrongly. */
export function mutant(name: string, fault: Fault | (() => Fault)): Mutant {
  const make = typeof fault === 'function' ? fault : () => fault;
  const { killedBy, profile } = make();
  return {
    name,
    killedBy,
    profile,
    behaviour: () => {
      const { killedBy: _, profile: __, ...behaviour } = make();
      return behaviour;
    },
  };
}

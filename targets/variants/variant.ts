import type { Behaviour } from '../reference/behaviour';

/** What a variant does otherwise than the embedded endpoint. */
type Choice = Partial<Behaviour> & {
  /** Pairs that a server may have (128), -1 for no limit. */
  readonly quota?: number;
  /** The profile by which it is right, `ecs` where none is named. */
  readonly profile?: 'ecs' | 'nova';
};

/** A right endpoint that chooses otherwise where the contract leaves it a choice. It must never be blamed. */
export interface Variant {
  readonly name: string;
  readonly quota: number | undefined;
  readonly profile: 'ecs' | 'nova' | undefined;
  /** Made anew for every endpoint, so that a variant may remember something. */
  readonly behaviour: () => Partial<Behaviour>;
}

export function variant(name: string, choice: Choice | (() => Choice)): Variant {
  const make = typeof choice === 'function' ? choice : () => choice;
  const { quota, profile } = make();
  return {
    name,
    quota,
    profile,
    behaviour: () => {
      const { quota: _, profile: __, ...behaviour } = make();
      return behaviour;
    },
  };
}

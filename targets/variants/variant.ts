import type { Behaviour } from '../embedded/behaviour';

/** What a variant does otherwise than the embedded endpoint. */
type Choice = Partial<Behaviour> & {
  /** Pairs that a server may have (128), -1 for no limit. */
  readonly quota?: number;
  /** The profile by which it is right, `ecs` where none is named. */
  readonly profile?: 'ecs' | 'nova';
  /** It does otherwise what only real connections show. */
  readonly isOfTransport?: boolean;
};

/** A right endpoint that chooses otherwise where the contract leaves it a choice. It must never be blamed. */
export interface Variant {
  readonly name: string;
  readonly quota: number | undefined;
  readonly profile: 'ecs' | 'nova' | undefined;
  /** It does otherwise what only real connections show. */
  readonly isOfTransport: boolean;
  /** Made anew for every endpoint, so that a variant may remember something. */
  readonly behaviour: () => Partial<Behaviour>;
}

export function variant(name: string, choice: Choice | (() => Choice)): Variant {
  const make = typeof choice === 'function' ? choice : () => choice;
  const { quota, profile, isOfTransport = false } = make();
  return {
    name,
    quota,
    profile,
    isOfTransport,
    behaviour: () => {
      const { quota: _, profile: __, isOfTransport: ___, ...behaviour } = make();
      return behaviour;
    },
  };
}

import type { Behaviour } from '../embedded/behaviour';

/** A right endpoint that does something differently where the contract leaves a choice. No clause may fail for it. */
export interface Variant {
  readonly name: string;
  /** The difference, with the clauses that leave the choice: one or two sentences. */
  readonly description: string;
  /** The profile that it conforms to, `ecs` if undefined. */
  readonly profile: 'ecs' | 'nova' | undefined;
  /** The most pairs of a server: 128 if undefined, -1 for no limit. */
  readonly quota: number | undefined;
  /** The difference shows only over real connections. */
  readonly isOfTransport: boolean;
  /** Creates the overrides for one endpoint, so that a variant may keep state. */
  readonly behaviour: () => Partial<Behaviour>;
}

/** The overrides are members of the declaration, or are created by `behaviour` if they share state. */
type Declaration = Pick<Variant, 'name' | 'description'> &
  Partial<Behaviour> & {
    readonly profile?: 'ecs' | 'nova';
    readonly quota?: number;
    readonly isOfTransport?: boolean;
    readonly behaviour?: () => Partial<Behaviour>;
  };

/** Declares a variant: the functions of the endpoint that it overrides. */
export function variant(declaration: Declaration): Variant {
  const { name, description, profile, quota, isOfTransport = false, behaviour, ...overrides } = declaration;
  return { name, description, profile, quota, isOfTransport, behaviour: behaviour ?? (() => overrides) };
}

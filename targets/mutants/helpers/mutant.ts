import type { ClauseId } from '../../../contracts/clauses';
import type { Behaviour } from '../../embedded/behaviour';

/** A wrong endpoint: the embedded endpoint with one fault that occurs in practice. */
export interface Mutant {
  readonly name: string;
  /** The fault and, if known, its cause: one or two sentences. */
  readonly description: string;
  /** The clauses that must fail. No other clause may fail, except those of `alsoBreaks`. */
  readonly killedBy: readonly ClauseId[];
  /** Clauses that it violates too: they may fail, or their violations are explained by the other clauses. */
  readonly alsoBreaks: readonly ClauseId[];
  /** The profile that contains these clauses; undefined for `ecs`. */
  readonly profile: 'nova' | undefined;
  /** The fault shows only over real connections. */
  readonly isOfTransport: boolean;
  /** Creates the overrides for one endpoint, so that a mutant may keep state. */
  readonly behaviour: () => Partial<Behaviour>;
}

/** The overrides are members of the declaration, or are created by `behaviour` if they share state. */
type Declaration = Pick<Mutant, 'name' | 'description' | 'killedBy'> &
  Partial<Behaviour> & {
    readonly alsoBreaks?: readonly ClauseId[];
    readonly profile?: 'nova';
    readonly isOfTransport?: boolean;
    readonly behaviour?: () => Partial<Behaviour>;
  };

/** Declares a mutant: the clauses that kill it, and the functions of the endpoint that it overrides. */
export function mutant(declaration: Declaration): Mutant {
  const { name, description, killedBy, alsoBreaks = [], profile, isOfTransport = false, ...rest } = declaration;
  const { behaviour, ...overrides } = rest;
  return { name, description, killedBy, alsoBreaks, profile, isOfTransport, behaviour: behaviour ?? (() => overrides) };
}

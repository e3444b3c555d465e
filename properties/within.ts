import type { Limits } from '../contracts/profile';
import { ecs } from '../contracts/profiles/ecs';

/** The numbers that a generator keeps to: those of the page, but for what is given. */
export interface Within {
  readonly limits?: Partial<Limits>;
}

export function limitsOf({ limits }: Within): Limits {
  return { ...ecs.limits, ...limits };
}

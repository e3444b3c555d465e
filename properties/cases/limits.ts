import { ecs } from '../../contracts/profiles/ecs';
import type { Limits } from '../../contracts/profiles/profile';

/** The numbers that a generator keeps to: those of the page, but for what is given. */
export interface LimitOptions {
  readonly limits?: Partial<Limits>;
}

export function limitsOf({ limits }: LimitOptions): Limits {
  return { ...ecs.limits, ...limits };
}

/** Below what targets are known to take in a body (BODY-12), in bytes. */
const bodyBytes = 104_000;
/** Quotes, a colon and a comma. */
const separatorBytes = 8;

/** How many pairs of a key and a value, so many bytes together, a body may surely hold: one at least. */
export function maxPairsInBody(bytes: number): number {
  return Math.max(1, Math.floor(bodyBytes / (bytes + separatorBytes)));
}

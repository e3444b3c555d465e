import { ecs } from '../../contracts/profiles/ecs';
import type { Limits } from '../../contracts/profiles/profile';

/** The limits of a generator. Those of the page apply to missing ones. */
export interface LimitOptions {
  readonly limits?: Partial<Limits>;
}

export function limitsOf({ limits }: LimitOptions): Limits {
  return { ...ecs.limits, ...limits };
}

/** The size of a body that all known targets accept (BODY-12), in bytes. */
const bodyBytes = 104_000;
/** The quotes, colon and comma of a pair. */
const separatorBytes = 8;

/**
 * The number of pairs that certainly fit into a body, at least one.
 *
 * @param bytes of the key and the value of one pair.
 */
export function maxPairsInBody(bytes: number): number {
  return Math.max(1, Math.floor(bodyBytes / (bytes + separatorBytes)));
}

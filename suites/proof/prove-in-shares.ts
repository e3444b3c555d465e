import { availableParallelism } from 'node:os';
import { inShares } from './in-shares';
import type { Proof, ProveKnownOptions } from './prove-known';

/** One endpoint to be proved, by its name. */
export interface Item extends ProveKnownOptions {
  readonly name: string;
}

/**
 * Proves endpoints in several processes.
 *
 * @param script `prove-share.js` as it was built.
 * @throws where a process ends before it was told to.
 */
export function proveInShares(script: string, items: readonly Item[], each: (proof: Proof) => void): Promise<void> {
  const left = [...items];
  // Those that are examined over real connections wait much of the time: two processes keep one processor busy.
  return inShares({ script, count: 2 * availableParallelism(), next: () => left.shift(), each });
}

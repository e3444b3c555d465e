import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { Proof, ProveKnownOptions } from './prove-known';

/** What one process of several proves: each `count`th endpoint, from the `index`th on. */
export interface Share extends ProveKnownOptions {
  readonly index: number;
  readonly count: number;
  /** Every endpoint, where none is named. */
  readonly names: readonly string[];
}

/**
 * Proves the known endpoints in one process more than the machine has processors.
 *
 * @param script `prove-share.js` as it was built.
 * @throws where a process ends before its share is done.
 */
export async function proveInShares(
  script: string,
  options: ProveKnownOptions & Pick<Share, 'names'>,
  each: (proof: Proof) => void,
): Promise<void> {
  // Some endpoints take their time: while one process waits, another works.
  const count = availableParallelism() + 1;
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const share: Share = { ...options, index, count };
      const child = spawn(process.execPath, [script, JSON.stringify(share)], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      for await (const line of createInterface(child.stdout)) each(JSON.parse(line) as Proof);
      const code = await ended;
      if (code !== 0) throw new Error(`a share of the proof ended with exit ${code}`);
    }),
  );
}

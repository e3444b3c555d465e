import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { Proof, ProveKnownOptions } from './prove-known';

/** One endpoint to be proved, by its name. */
export interface Item extends ProveKnownOptions {
  readonly name: string;
}

/**
 * Proves endpoints in several processes, each of which takes the next one as soon as it is done with another.
 *
 * @param script `prove-share.js` as it was built.
 * @throws where a process ends before it was told to.
 */
export async function proveInShares(
  script: string,
  items: readonly Item[],
  each: (proof: Proof) => void,
): Promise<void> {
  const left = [...items];
  // Much of an examination is waiting: two processes keep one processor busy.
  const count = 2 * availableParallelism();
  await Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const handOut = () => {
        const item = left.shift();
        if (item === undefined) child.stdin.end();
        else child.stdin.write(`${JSON.stringify(item)}\n`);
      };
      handOut();
      for await (const line of createInterface(child.stdout)) {
        each(JSON.parse(line) as Proof);
        handOut();
      }
      const code = await ended;
      if (code !== 0) throw new Error(`a share of the proof ended with exit ${code}`);
    }),
  );
}

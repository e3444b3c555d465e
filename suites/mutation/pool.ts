import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { JudgeOptions, SampleVerdict } from './verdict';

/** One endpoint to be proved, by its name. */
export interface QueueItem extends JudgeOptions {
  readonly name: string;
}

/**
 * Proves endpoints in several processes.
 *
 * @param script `worker.js` as it was built.
 * @throws where a process ends before it was told to.
 */
export function judgeInPool(
  script: string,
  items: readonly QueueItem[],
  each: (proof: SampleVerdict) => void,
): Promise<void> {
  const left = [...items];
  // Those that are examined over real connections wait much of the time: two processes keep one processor busy.
  return runPool({ script, count: 2 * availableParallelism(), next: () => left.shift(), each });
}

export interface PoolOptions<Item, Result> {
  /** The built script of a share: it takes items, a line of JSON each, and answers each with a line of JSON. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Processes at a time. */
  readonly count: number;
  /** The next item; undefined once there are no more. */
  readonly next: () => Item | undefined;
  readonly each: (result: Result) => void;
}

/**
 * Does work in several processes, each of which takes the next item as soon as it is done with another.
 *
 * @throws where a process ends before it was told to.
 */
export async function runPool<Item, Result>(options: PoolOptions<Item, Result>): Promise<void> {
  const { script, args = [], count, next, each } = options;
  await Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const handOut = () => {
        const item = next();
        if (item === undefined) child.stdin.end();
        else child.stdin.write(`${JSON.stringify(item)}\n`);
      };
      handOut();
      for await (const line of createInterface(child.stdout)) {
        each(JSON.parse(line) as Result);
        handOut();
      }
      const code = await ended;
      if (code !== 0) throw new Error(`a share of the work ended with exit ${code}`);
    }),
  );
}

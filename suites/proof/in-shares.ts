import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface SharesOptions<Item, Result> {
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
export async function inShares<Item, Result>(options: SharesOptions<Item, Result>): Promise<void> {
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

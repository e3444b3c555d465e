import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CommandOptions } from './run-command';

/** Starts Prism, and waits until it says where it listens. @throws where it ends before. */
export async function startPrism(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<{ readonly url: string; stop(): void }> {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(command, args, { ...options, env, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
  // A child that is ended by the signal says so here; whoever waits for its line sees its output end.
  child.once('error', () => {});
  child.stderr.resume();
  const lines = createInterface(child.stdout);
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /Prism is listening on (\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    lines.once('close', () => reject(new Error('Prism ended before it listened')));
  });
  return { url, stop: () => void child.kill('SIGKILL') };
}

import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

export interface CommandResult {
  readonly code: number | null;
  /** The text of both output streams. */
  readonly output: string;
}

/** Runs a command to its end. @throws if it cannot start, or if the signal ends it. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  // Otherwise Step CI sends usage data to its vendor, and ends with an error if it cannot.
  const env = { ...process.env, NO_COLOR: '1', STEPCI_DISABLE_ANALYTICS: '1' };
  const child = spawn(command, args, { ...options, env, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, output }));
  });
}

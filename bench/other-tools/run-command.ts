import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

/** How a command ended, and what it wrote on both streams. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command to its end. @throws where it cannot be started or is ended by the signal. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  // Step CI would tell its maker of every call, and end with an error where it cannot.
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

import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
import { handleOutputErrors, realConsole } from '../machine/console';
import { addArgumentSecrets, addSecrets } from '../machine/known-secrets';
import { createProgram } from './program';
import { nameSource } from './setting-sources';

/** Runs the command of the process. Never throws: every error becomes one sentence and an exit code. */
export async function main(): Promise<void> {
  limitHeapGrowth();
  handleOutputErrors();
  process.on('uncaughtException', (error) => process.exit(reportError(error)));
  requireExitCode();
  await execute(process.argv);
}

/** Runs one command, and sets the exit code of the process. The first two arguments are Node and the script. */
export async function execute(argv: readonly string[]): Promise<void> {
  addSecrets(process.env);
  addArgumentSecrets(argv);
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

/** Prints an error in one sentence. Gives the exit code: 2 for configuration, 3 for the target, 4 for the suite. */
function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ConfigurationError) {
    realConsole.err(`error: ${nameSource(message)}`);
    return 2;
  }
  realConsole.err(`error: ${message}`);
  if (error instanceof TargetUnavailableError) return 3;
  realConsole.err('this is a defect of the suite: please report it');
  return 4;
}

/** Node exits with 0 when nothing is left to wait for, also in the middle of a command. That must not look green. */
function requireExitCode(): void {
  process.once('beforeExit', () => {
    if (process.exitCode === undefined)
      process.exitCode = reportError(new Error('the command ended before it was done'));
  });
}

/** V8 collects garbage late by default: a longer run would take half as much memory again, and not be faster. */
function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

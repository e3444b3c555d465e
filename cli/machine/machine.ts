import { randomBytes } from 'node:crypto';
import { runSuites } from '../../suites/harness/jest/run-suites';
import type { Session } from '../../suites/harness/session/session';
import { type Network, realNetwork } from '../../targets/http/transport';
import { type Console, realConsole } from './console';
import { type Files, realFiles } from './files';

/** All that a command uses of what is outside of it. A simulation puts something else in its place. */
export interface Machine {
  readonly network: Network;
  readonly files: Files;
  readonly console: Console;
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Turns Ctrl-C, SIGTERM and a terminal that is closed into an abort, from the first call to the end of the process.
   * The second signal ends the process at once.
   */
  abortSignal(): AbortSignal;
  /** Has something said when the process ends, however it does. Gives what takes that back. */
  atExit(lastWords: () => void): () => void;
  /** A text that no other run uses. */
  uniqueId(): string;
  runSuites(session: Session): Promise<void>;
}

export const realMachine: Machine = {
  network: realNetwork,
  files: realFiles,
  console: realConsole,
  environment: process.env,
  abortSignal: abortOnSignal,
  atExit: (lastWords) => {
    process.on('exit', lastWords);
    return () => void process.off('exit', lastWords);
  },
  uniqueId: () => randomBytes(4).toString('hex'),
  runSuites,
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let controller: AbortController | undefined;

/**
 * An abort at the first signal: nothing more is tried, the servers are put back, and those made for the run are deleted.
 * The second signal ends the process at once, as incomplete: what is left stands in the journal.
 */
function abortOnSignal(): AbortSignal {
  if (controller !== undefined) return controller.signal;
  const made = new AbortController();
  controller = made;
  const onSignal = () => {
    if (made.signal.aborted) process.exit(3);
    // Behind the ^C of the terminal.
    realConsole.err(
      '',
      'stopping: the servers are being put back, those that were made deleted (once more to leave them as they are)',
    );
    made.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return made.signal;
}

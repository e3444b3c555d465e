import { randomBytes } from 'node:crypto';
import { runSuites } from '../../suites/harness/jest/run-suites';
import type { Session } from '../../suites/harness/session/session';
import { type Network, realNetwork } from '../../targets/http/transport';
import { type Console, realConsole } from './console';
import { type Files, realFiles } from './files';
import { withoutJestMessage } from './streams';

/** Everything outside of a command: network, files, console, signals. A simulation replaces it. */
export interface Machine {
  readonly network: Network;
  readonly files: Files;
  readonly console: Console;
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Aborts at Ctrl-C, SIGTERM or a closed terminal, from the first call to the end of the process. The second signal ends
   * the process at once.
   */
  abortSignal(): AbortSignal;
  /** Registers a function for the end of the process. Gives the function that removes it. */
  atExit(onExit: () => void): () => void;
  /** A text that is different for every run. */
  uniqueId(): string;
  runSuites(session: Session): Promise<void>;
}

export const realMachine: Machine = {
  network: realNetwork,
  files: realFiles,
  console: realConsole,
  environment: process.env,
  abortSignal: abortOnSignal,
  atExit: (onExit) => {
    process.on('exit', onExit);
    return () => void process.off('exit', onExit);
  },
  uniqueId: () => randomBytes(4).toString('hex'),
  runSuites: (session) => withoutJestMessage(() => runSuites(session), process.stdout),
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let controller: AbortController | undefined;

/**
 * Aborts at the first signal: the checks stop, the servers are restored, and created servers are deleted. The second
 * signal ends the process at once with exit 3: the journal has the leftovers.
 */
function abortOnSignal(): AbortSignal {
  if (controller !== undefined) return controller.signal;
  const made = new AbortController();
  controller = made;
  const onSignal = () => {
    if (made.signal.aborted) process.exit(3);
    // The terminal has printed ^C.
    realConsole.err(
      '',
      'stopping: the servers are being restored, and created servers deleted (press again to stop at once)',
    );
    made.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return made.signal;
}

import { randomBytes } from 'node:crypto';
import { runSuites } from '../../suites/harness/jest/run-suites';
import type { Session } from '../../suites/harness/session/session';
import { type Network, realNetwork } from '../../targets/http/transport';
import { type Console, realConsole } from './console';
import { type Files, realFiles } from './files';
import { realInterruption } from './interruption';

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
  interruption(): AbortSignal;
  /** Has something said when the process ends, however it does. Gives what takes that back. */
  atExit(lastWords: () => void): () => void;
  /** A text that no other run uses. */
  unique(): string;
  runSuites(session: Session): Promise<void>;
}

export const realMachine: Machine = {
  network: realNetwork,
  files: realFiles,
  console: realConsole,
  environment: process.env,
  interruption: realInterruption,
  atExit: (lastWords) => {
    process.on('exit', lastWords);
    return () => void process.off('exit', lastWords);
  },
  unique: () => randomBytes(4).toString('hex'),
  runSuites,
};

import type { TestWatcher } from 'jest-runner';
import type { Session } from '../../suites/harness/session/session';
import { Console } from '../machine/console';
import { type Machine, realMachine } from '../machine/machine';
import { realStreams } from '../machine/streams';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The machine of a run inside Jest. Jest draws on the terminal, so nobody is asked. An interruption, by a signal or in
 * watch mode by a key, stops the checks, and the servers are restored.
 */
export class JestMachine implements Machine {
  readonly network = realMachine.network;
  readonly files = realMachine.files;
  readonly environment = realMachine.environment;
  readonly console = new Console({ ...realStreams, ask: async () => undefined });
  readonly atExit = realMachine.atExit;
  readonly uniqueId = realMachine.uniqueId;
  private readonly controller = new AbortController();

  constructor(
    watcher: TestWatcher,
    /** Runs the suites. */
    readonly runSuites: (session: Session) => Promise<void>,
  ) {
    for (const signal of signals) process.on(signal, this.onSignal);
    watcher.on('change', ({ interrupted }) => {
      if (interrupted) this.stop();
    });
  }

  abortSignal(): AbortSignal {
    return this.controller.signal;
  }

  /** Leaves the signals to Jest again. */
  close(): void {
    for (const signal of signals) process.off(signal, this.onSignal);
  }

  private readonly onSignal = (): void => {
    if (this.controller.signal.aborted) process.exit(3);
    this.stop();
  };

  private stop(): void {
    if (this.controller.signal.aborted) return;
    this.console.err('', 'stopping: the servers are being restored (press Ctrl-C to stop at once)');
    this.controller.abort();
  }
}

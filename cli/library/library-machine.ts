import { randomBytes } from 'node:crypto';
import { runAll } from '../../suites/harness/session/run-suite';
import type { Session } from '../../suites/harness/session/session';
import { suitesInOrder } from '../../suites/harness/session/suite-order';
import { realNetwork } from '../../targets/http/transport';
import { Console } from '../machine/console';
import { type Files, realFiles } from '../machine/files';
import type { Machine } from '../machine/machine';
import { memoryFiles } from './memory-files';

export interface LibraryMachineOptions {
  readonly writesFiles: boolean;
  readonly readsEnvironment: boolean;
  readonly signal: AbortSignal;
}

/** The machine of a run inside a program: it prints nothing, asks nothing, and leaves signals and exits to the program. */
export class LibraryMachine implements Machine {
  readonly network = realNetwork;
  readonly files: Files;
  readonly environment: NodeJS.ProcessEnv;
  /** Servers that could not be restored or deleted, a sentence each. */
  readonly leftovers: string[] = [];
  readonly console = new Console({
    out: () => undefined,
    err: (text) => this.collect(text),
    ask: async () => undefined,
    columns: undefined,
    isColored: false,
    status: undefined,
  });

  constructor(private readonly options: LibraryMachineOptions) {
    this.files = options.writesFiles ? realFiles : memoryFiles();
    this.environment = options.readsEnvironment ? process.env : {};
  }

  abortSignal(): AbortSignal {
    return this.options.signal;
  }

  atExit(): () => void {
    return () => undefined;
  }

  uniqueId(): string {
    return randomBytes(4).toString('hex');
  }

  /** Without Jest: the program may be a test of Jest itself. */
  async runSuites(session: Session): Promise<void> {
    await runAll(session, suitesInOrder());
  }

  /** The messages of a command have this beginning for what its user must do by hand. */
  private collect(text: string): void {
    for (const [, leftover = ''] of text.matchAll(/^NOT RESTORED: (.*)$/gm)) this.leftovers.push(leftover);
  }
}

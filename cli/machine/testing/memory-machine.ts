import type { Session } from '../../../suites/harness/session/session';
import type { Network } from '../../../targets/http/transport';
import { Console } from '../console';
import type { Machine } from '../machine';
import { MemoryFiles } from './memory-files';

/** A machine in memory: it keeps the output, and a test sends the signals. */
export class MemoryMachine implements Machine {
  readonly environment: NodeJS.ProcessEnv = {};
  output = { out: '', err: '' };
  readonly console = new Console({
    out: (text) => this.capture('out', text),
    err: (text) => this.capture('err', text),
    ask: async () => undefined,
    columns: undefined,
    isColored: false,
    status: undefined,
  });
  private readonly controller = new AbortController();
  private readonly exits = new Set<() => void>();
  private isInterruptible = false;
  private count = 0;

  constructor(
    readonly network: Network,
    readonly files = new MemoryFiles(),
  ) {}

  abortSignal(): AbortSignal {
    this.isInterruptible = true;
    return this.controller.signal;
  }

  /** A Ctrl-C. Gives whether it ends the process at once: before `abortSignal`, and the second time. */
  interrupt(): boolean {
    const isLast = !this.isInterruptible || this.controller.signal.aborted;
    this.controller.abort();
    return isLast;
  }

  atExit(onExit: () => void): () => void {
    this.exits.add(onExit);
    return () => void this.exits.delete(onExit);
  }

  /** The process ends. */
  exit(): void {
    for (const onExit of this.exits) onExit();
  }

  uniqueId(): string {
    this.count += 1;
    return `run${this.count}`;
  }

  protected capture(stream: 'out' | 'err', text: string): void {
    this.output[stream] += text;
  }

  async runSuites(_session: Session): Promise<void> {
    throw new Error('no suites are run here');
  }
}

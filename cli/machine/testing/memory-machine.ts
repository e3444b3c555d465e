import type { Network } from '../../../targets/network';
import type { Console } from '../console';
import type { Machine } from '../machine';
import { MemoryFiles } from './memory-files';

/** A machine of which nothing is real: what is said is kept, and a test sends the signals. */
export class MemoryMachine implements Machine {
  readonly environment: NodeJS.ProcessEnv = {};
  said = { out: '', err: '' };
  readonly console: Console = {
    out: (text) => {
      this.said.out += text;
    },
    err: (text) => {
      this.said.err += text;
    },
    columns: undefined,
    isColored: false,
    bar: undefined,
  };
  private readonly controller = new AbortController();
  private readonly exits = new Set<() => void>();
  private count = 0;

  constructor(
    readonly network: Network,
    readonly files = new MemoryFiles(),
  ) {}

  interruption(): AbortSignal {
    return this.controller.signal;
  }

  /** The first signal. */
  interrupt(): void {
    this.controller.abort();
  }

  atExit(lastWords: () => void): () => void {
    this.exits.add(lastWords);
    return () => void this.exits.delete(lastWords);
  }

  /** The process ends. */
  exit(): void {
    for (const lastWords of this.exits) lastWords();
  }

  unique(): string {
    this.count += 1;
    return `run${this.count}`;
  }

  async runSuites(): Promise<void> {
    throw new Error('no suites are run here');
  }
}

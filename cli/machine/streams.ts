import { createInterface } from 'node:readline/promises';

/** The streams of a command. Only `Console` writes to them. */
export interface Streams {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  /** Asks for a line; undefined without a terminal. */
  ask(question: string): Promise<string | undefined>;
  /** Columns of standard output; undefined without a terminal. */
  readonly columns: number | undefined;
  readonly isColored: boolean;
  /** The stream of the progress bar: standard error, if it is a terminal. */
  readonly bar: NodeJS.WriteStream | undefined;
}

/** The streams of the process. */
export const realStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  ask: async (question) => {
    if (process.stdin.isTTY !== true) return undefined;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  },
  get columns() {
    return process.stdout.columns;
  },
  get isColored() {
    return process.stdout.isTTY === true;
  },
  get bar() {
    return process.stderr.isTTY === true ? process.stderr : undefined;
  },
};

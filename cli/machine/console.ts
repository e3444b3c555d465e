/** Where a command writes what its user reads. */
export interface Console {
  /** Writes lines to standard output, each with its end. */
  out(text: string): void;
  /** Writes lines to standard error, each with its end. */
  err(text: string): void;
  /** Columns of standard output; undefined where it is no terminal. */
  readonly columns: number | undefined;
  readonly isColored: boolean;
  /** Where a bar can be drawn: standard error, where that is a terminal. */
  readonly bar: NodeJS.WriteStream | undefined;
}

/** Standard output and standard error. */
export const realConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
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

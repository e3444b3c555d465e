import { createInterface } from 'node:readline/promises';

/** The line at the end of a terminal that the next text replaces. */
export interface StatusLine {
  readonly columns: number;
  show(text: string): void;
  erase(): void;
}

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
  /** On standard error; undefined if that is no terminal. */
  readonly status: StatusLine | undefined;
}

/** Moves to the start of the line and erases it. */
const eraseLine = '\r\u001b[K';

/** The last line of a terminal may hold the status: the next line replaces it. */
function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(stream.isTTY ? `${eraseLine}${text}` : text);
}

/** Jest prints this line to a terminal in spite of its option `silent`, and has no option against it. */
const jestMessage = 'Determining test suites to run...';

/** Does some work with Jest, and keeps its message from the terminal. */
export async function withoutJestMessage(work: () => Promise<void>, stream: NodeJS.WriteStream): Promise<void> {
  const { write } = stream;
  stream.write = ((text: string, ...rest: []) =>
    String(text).includes(jestMessage) || write.call(stream, text, ...rest)) as typeof write;
  try {
    await work();
  } finally {
    stream.write = write;
  }
}

/** Columns of a terminal that does not say how many it has. */
const unknownColumns = 80;

/** The streams of the process. */
export const realStreams: Streams = {
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
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
    return process.stdout.isTTY ? process.stdout.columns || unknownColumns : undefined;
  },
  get isColored() {
    return hasColors(process.env, process.stdout.isTTY === true);
  },
  get status() {
    if (process.stderr.isTTY !== true) return undefined;
    return {
      columns: process.stderr.columns || unknownColumns,
      show: (text: string) => write(process.stderr, text),
      erase: () => write(process.stderr, ''),
    };
  },
};

/** Colours are for a terminal that has them, unless FORCE_COLOR or NO_COLOR say otherwise. Node has the same order. */
export function hasColors({ FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && TERM !== 'dumb';
}

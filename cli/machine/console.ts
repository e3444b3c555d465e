import { styleText } from 'node:util';
import { toLogLine } from '../../contracts/text/escape-invisible';
import type { Annotation } from '../../reports/formats/shared/annotation';
import { type Line, partsOf, textOf } from '../../reports/formats/shared/line';
import { redactSecrets } from './known-secrets';
import { realStreams, type StatusLine, type Streams } from './streams';
import { wrapLine } from './wrap-line';

/**
 * The only output of a command. It takes lines, not text. A line may quote anything: it stays one line, has no invisible
 * characters and no secrets, brings no colours of its own, and is never a command for a CI server.
 */
export class Console {
  constructor(
    private readonly streams: Streams,
    private readonly isColored?: boolean,
  ) {}

  /** The same console with or without colours; undefined leaves it to the terminal. */
  withColors(isColored: boolean | undefined): Console {
    return new Console(this.streams, isColored);
  }

  /** Writes lines to standard output. */
  out(...lines: readonly Line[]): void {
    this.streams.out(this.format(lines));
  }

  /** Writes lines to standard output. In a terminal, lines that are too long are wrapped. */
  outWrapped(...lines: readonly string[]): void {
    this.out(...wrapped(lines, this.columns));
  }

  /** Writes lines to standard error. In a terminal, lines that are too long are wrapped. */
  err(...lines: readonly string[]): void {
    this.streams.err(this.format(wrapped(lines, this.streams.status?.columns)));
  }

  /** Writes annotations for GitHub Actions. */
  annotate(...annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return;
    const lines = annotations.map(({ level, title, message }) =>
      workflowCommand({ level, title: sanitize(title), message: sanitize(message) }),
    );
    this.streams.out(lines.map((line) => `${line}\n`).join(''));
  }

  /** Asks the user for a line; undefined without a terminal. */
  ask(question: string): Promise<string | undefined> {
    return this.streams.ask(sanitize(question));
  }

  get columns(): number | undefined {
    return this.streams.columns;
  }

  /** The status line of the terminal; undefined without one. A text is clipped to the columns. */
  get status(): StatusLine | undefined {
    const { status } = this.streams;
    if (status === undefined) return undefined;
    const { columns } = status;
    return { columns, show: (text) => status.show(sanitize(text).slice(0, columns - 1)), erase: () => status.erase() };
  }

  private format(lines: readonly Line[]): string {
    const form = (this.isColored ?? this.streams.isColored) ? colored : plain;
    return lines.map((line) => `${form(line)}\n`).join('');
  }
}

/** Sanitized first: a line must not break within a secret. */
function wrapped(lines: readonly string[], columns: number | undefined): readonly string[] {
  return columns === undefined ? lines : lines.flatMap((line) => wrapLine(sanitize(line), columns));
}

/** Every text of the output passes through this function. */
function sanitize(text: string): string {
  return toLogLine(redactSecrets(text));
}

function plain(line: Line): string {
  return sanitize(textOf(line));
}

function colored(line: Line): string {
  return partsOf(line)
    .filter(({ text }) => text !== '')
    .map(({ text, styles }) => styleText([...styles], sanitize(text), { validateStream: false }))
    .join('');
}

/** Standard output and standard error. */
export const realConsole = new Console(realStreams);

/**
 * Handles errors of standard output and standard error. The reader may have ended (`| head`, a closed terminal): that
 * must not end a run before its servers are restored, and needs no message. Any other error, such as a full disk, is
 * printed, and the exit code is 2.
 */
export function handleOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'EIO') return;
      process.once('beforeExit', () => {
        process.exitCode = 2;
      });
      if (stream === process.stdout) {
        realConsole.err(`error: the output cannot be written (${code}): redirect it to another file`);
      }
    });
  }
}

/** An annotation as a workflow command of GitHub. Its special characters are escaped; the texts have no line breaks. */
export function workflowCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

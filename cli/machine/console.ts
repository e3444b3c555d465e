import { createColors } from 'picocolors';
import { toLogLine } from '../../contracts/text/escape-invisible';
import type { Annotation } from '../../reports/formats/shared/annotation';
import { type Line, partsOf, textOf } from '../../reports/formats/shared/line';
import { redactSecrets } from './known-secrets';
import { realStreams, type Streams } from './streams';

/**
 * The only way in which a command says anything. It takes lines, not text: whatever a line quotes, it stays one line,
 * everything in it is visible, it brings no colours, and no CI server takes it for a command.
 */
export class Console {
  constructor(private readonly streams: Streams) {}

  /** Writes lines to standard output. */
  out(...lines: readonly Line[]): void {
    this.streams.out(this.format(lines));
  }

  /** Writes lines to standard error. */
  err(...lines: readonly string[]): void {
    this.streams.err(this.format(lines));
  }

  /** Has GitHub show something beside a run. */
  annotate(...annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return;
    const lines = annotations.map(({ level, title, message }) =>
      workflowCommand({ level, title: sanitize(title), message: sanitize(message) }),
    );
    this.streams.out(lines.map((line) => `${line}\n`).join(''));
  }

  /** Asks the user for a line; undefined where nobody can be asked. */
  ask(question: string): Promise<string | undefined> {
    return this.streams.ask(sanitize(question));
  }

  get columns(): number | undefined {
    return this.streams.columns;
  }

  get bar(): NodeJS.WriteStream | undefined {
    return this.streams.bar;
  }

  private format(lines: readonly Line[]): string {
    const form = this.streams.isColored ? colored : plain;
    return lines.map((line) => `${form(line)}\n`).join('');
  }
}

/** Every text comes through here on its way out. */
function sanitize(text: string): string {
  return toLogLine(redactSecrets(text));
}

function plain(line: Line): string {
  return sanitize(textOf(line));
}

const colors = createColors(true);

function colored(line: Line): string {
  return partsOf(line)
    .map(({ text, styles }) => styles.reduceRight((inner, style) => colors[style](inner), sanitize(text)))
    .join('');
}

/** Standard output and standard error. */
export const realConsole = new Console(realStreams);

/**
 * Decides what an output does that takes no more. Whoever reads it may go away (`| head`, a terminal that is closed):
 * that must not end a run whose servers are to be put back, and is not worth a word. Anything else, as a full disk, is
 * told, and makes the exit code 2.
 */
export function handleOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'EIO') return;
      process.once('beforeExit', () => {
        process.exitCode = 2;
      });
      if (stream === process.stdout) {
        realConsole.err(`error: the output cannot be written (${code}): send it elsewhere`);
      }
    });
  }
}

/**
 * An annotation as a workflow command of GitHub, with the characters escaped that mean something in one. A text of it
 * holds no line break: `%0A` would be one again.
 */
export function workflowCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { createColors } from 'picocolors';
import { toLogLine } from '../../contracts/text/escape-invisible';
import { type Line, partsOf, textOf } from '../../reports/formats/console/line';
import type { Annotation } from '../../reports/formats/github-annotations';
import { clean } from '../known-secrets';
import { realStreams, type Streams } from './streams';
import { workflowCommand } from './workflow-command';

/**
 * The only way in which a command says anything. It takes lines, not text: whatever a line quotes, it stays one line,
 * everything in it is visible, it brings no colours, and no CI server takes it for a command.
 */
export class Console {
  constructor(private readonly streams: Streams) {}

  /** Writes lines to standard output. */
  out(...lines: readonly Line[]): void {
    this.streams.out(this.written(lines));
  }

  /** Writes lines to standard error. */
  err(...lines: readonly string[]): void {
    this.streams.err(this.written(lines));
  }

  /** Has GitHub show something beside a run. */
  annotate(...annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return;
    const lines = annotations.map(({ level, title, message }) =>
      workflowCommand({ level, title: shown(title), message: shown(message) }),
    );
    this.streams.out(lines.map((line) => `${line}\n`).join(''));
  }

  /** Asks the user for a line; undefined where nobody can be asked. */
  ask(question: string): Promise<string | undefined> {
    return this.streams.ask(shown(question));
  }

  get columns(): number | undefined {
    return this.streams.columns;
  }

  get bar(): NodeJS.WriteStream | undefined {
    return this.streams.bar;
  }

  private written(lines: readonly Line[]): string {
    const form = this.streams.isColored ? colored : plain;
    return lines.map((line) => `${form(line)}\n`).join('');
  }
}

/** Every text comes through here on its way out. */
function shown(text: string): string {
  return toLogLine(clean(text));
}

function plain(line: Line): string {
  return shown(textOf(line));
}

const colors = createColors(true);

function colored(line: Line): string {
  return partsOf(line)
    .map(({ text, styles }) => styles.reduceRight((inner, style) => colors[style](inner), shown(text)))
    .join('');
}

/** Standard output and standard error. */
export const realConsole = new Console(realStreams);

import { Console } from '../console';
import type { StatusLine, Streams } from '../streams';

/** Streams that keep what was written, for tests. */
export class CapturedOutput implements Streams {
  stdout = '';
  stderr = '';
  readonly console = new Console(this);
  columns: number | undefined = undefined;
  status: StatusLine | undefined = undefined;

  constructor(readonly isColored = false) {}

  out(text: string): void {
    this.stdout += text;
  }

  err(text: string): void {
    this.stderr += text;
  }

  async ask(): Promise<undefined> {
    return undefined;
  }
}

import { realConsole } from './console';

/**
 * Decides what an output does that takes no more. Whoever reads it may go away (`| head`, a terminal that is closed):
 * that must not end a run whose servers are to be put back, and is not worth a word. Anything else, as a full disk, is
 * told, and makes the exit code 2.
 */
export function tolerateOutputErrors(): void {
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

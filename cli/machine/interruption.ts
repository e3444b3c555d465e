import { realConsole } from './console';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let controller: AbortController | undefined;

/**
 * An abort at the first signal: nothing more is tried, and the servers are put back. The second signal ends the process
 * at once, as incomplete: what is left to be put back stands in the journal.
 */
export function realInterruption(): AbortSignal {
  if (controller !== undefined) return controller.signal;
  const made = new AbortController();
  controller = made;
  const onSignal = () => {
    if (made.signal.aborted) process.exit(3);
    // Behind the ^C of the terminal.
    realConsole.err('', 'stopping: the servers are being put back (once more to leave them as they are)');
    made.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return made.signal;
}

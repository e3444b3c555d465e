import { realConsole } from './console';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let controller: AbortController | undefined;

/**
 * An abort at the first signal: nothing more is tried, the servers are put back, and those made for the run are deleted.
 * The second signal ends the process at once, as incomplete: what is left stands in the journal.
 */
export function realInterruption(): AbortSignal {
  if (controller !== undefined) return controller.signal;
  const made = new AbortController();
  controller = made;
  const onSignal = () => {
    if (made.signal.aborted) process.exit(3);
    // Behind the ^C of the terminal.
    realConsole.err(
      '',
      'stopping: the servers are being put back, those that were made deleted (once more to leave them as they are)',
    );
    made.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return made.signal;
}

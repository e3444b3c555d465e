export interface Interruption {
  /** Aborts at the first signal: nothing more is tried, and the servers are put back. */
  readonly signal: AbortSignal;
  end(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Turns Ctrl-C, SIGTERM and a terminal that is closed into an abort, so that the servers are put back. The second
 * signal ends at once, as incomplete: what is left to be put back stands in the journal.
 */
export function interruption(): Interruption {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(3);
    process.stderr.write('\nstopping: the servers are being put back (once more to leave them as they are)\n');
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    end: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

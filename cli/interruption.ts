/** Turns the first Ctrl-C or SIGTERM into an abort, so that the servers are put back; the second one ends at once. */
export function interruption(): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\nstopping: the servers are being put back (once more to leave them as they are)\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}

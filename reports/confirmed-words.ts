import type { Confirmed } from './verdict';

/** Whether a failure was seen again, in one sentence. */
export function confirmedWords({ shown, of }: Confirmed): string {
  if (shown === 0) return `not confirmed: sent again, it showed 0 of ${of} times`;
  return `confirmed: sent again at the end of the run, it showed ${shown} of ${of} times`;
}

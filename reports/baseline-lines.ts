import type { BaselineOutcome, KnownFailure } from './baseline';

/** What the console shows of a baseline: new failures are told from old ones, and both from what is out of date. */
export function baselineLines({ known, expired, noLongerFailing, unknown }: BaselineOutcome): string[] {
  const counts = [
    `${known.length} known`,
    `${unknown.length} new`,
    `${expired.length} expired`,
    `${noLongerFailing.length} no longer failing`,
  ];
  return [
    ...known.map((each) => `known failure   ${words(each)}, until ${each.expires}`),
    ...unknown.map((clause) => `new failure     ${clause}: it is not in the baseline`),
    ...expired.map((each) => `expired         ${words(each)}: it was accepted until ${each.expires}`),
    ...noLongerFailing.map((each) => `out of date     ${words(each)}: it no longer fails, remove it from the baseline`),
    `baseline: ${counts.join(', ')}`,
  ];
}

function words({ clause, reason, owner }: KnownFailure): string {
  return `${clause}: ${reason} (${owner})`;
}

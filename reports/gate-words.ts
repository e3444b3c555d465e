import type { ClauseId } from '../contracts/clauses';
import type { BaselineOutcome } from './baseline';
import { counted } from './counted';
import type { Result } from './result';

/**
 * What a baseline makes of a run, beside its verdict: `gate: passed, 2 known failures`. Without one the exit code is that
 * of the verdict, and there is nothing to say.
 */
export function gateWords({ baseline, exitCode }: Pick<Result, 'baseline' | 'exitCode'>): string | undefined {
  if (baseline === undefined) return undefined;
  const { known, unknown, expired, noLongerFailing } = baseline;
  const parts = [
    exitCode === 0 ? 'passed' : 'failed',
    exitCode === 3 ? 'the run is incomplete' : '',
    exitCode === 4 ? 'the suite contradicts itself' : '',
    unknown.length > 0 ? counted(unknown.length, 'new failure') : '',
    expired.length > 0 ? `${expired.length} expired` : '',
    noLongerFailing.length > 0 ? `${noLongerFailing.length} out of date` : '',
    counted(known.length, 'known failure'),
  ];
  return `gate: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** How the failure of a clause stands to the baseline, in a few words; undefined without one. */
export function failureNote(clause: ClauseId, baseline: BaselineOutcome | undefined): string | undefined {
  const isOf = (each: { readonly clause: ClauseId }) => each.clause === clause;
  const known = baseline?.known.find(isOf);
  if (known !== undefined) return `known until ${known.expires}`;
  const expired = baseline?.expired.find(isOf);
  if (expired !== undefined) return `expired: known until ${expired.expires}`;
  return baseline?.unknown.includes(clause) ? 'new' : undefined;
}

/** Whether the baseline accepts that this clause fails. */
export function isKnown(clause: ClauseId, baseline: BaselineOutcome | undefined): boolean {
  return baseline?.known.some((each) => each.clause === clause) ?? false;
}

import { toLogLine } from '../contracts/text/escape-invisible';
import { isRed } from './is-red';
import type { Result } from './result';
import type { ClauseResult } from './verdict';

/** How a clause shows as a test case; undefined where it passed. */
export type CaseOutcome =
  | { readonly kind: 'skipped'; readonly message: string }
  | { readonly kind: 'failure'; readonly message: string; readonly type: string; readonly details: string };

/**
 * A failure where the clause fails the run; whatever else did not pass is skipped, and says why. What reads test cases
 * may print them in a CI log: each text from outside is one line.
 */
export function caseOutcome(clause: ClauseResult, result: Result): CaseOutcome | undefined {
  const { baseline } = result;
  const isOf = (each: { readonly clause: string }) => each.clause === clause.clause;
  const old = baseline?.noLongerFailing.find(isOf);
  if (old !== undefined) {
    const message = 'no longer fails: remove it from the baseline';
    return { kind: 'failure', message, type: 'baseline', details: toLogLine(`${old.reason} (${old.owner})`) };
  }
  const known = baseline?.known.find(isOf);
  if (known !== undefined) {
    return {
      kind: 'skipped',
      message: toLogLine(`known failure until ${known.expires}: ${known.reason} (${known.owner})`),
    };
  }
  if (isRed(clause, result)) {
    return { kind: 'failure', message: shown(clause), type: clause.level, details: details(clause) };
  }
  if (clause.verdict === 'failed') return { kind: 'skipped', message: `SHOULD, failed: ${shown(clause)}` };
  if (clause.verdict === 'not tested')
    return { kind: 'skipped', message: toLogLine(`not tested: ${clause.reason ?? ''}`) };
  return undefined;
}

function shown({ failures: [failure] }: ClauseResult): string {
  return failure === undefined ? '' : toLogLine(`expected ${failure.expected}, observed ${failure.observed}`);
}

function details({ source, failures }: ClauseResult): string {
  const shownAs = failures.map(({ title, expected, observed }) =>
    [title, `expected ${expected}`, `observed ${observed}`].map(toLogLine).join('\n'),
  );
  return [`source: ${source}`, ...shownAs].join('\n\n');
}

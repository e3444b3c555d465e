import { toLogLine } from '../../../contracts/text/escape-invisible';
import type { ClauseResult, Result, Summary } from '../../result/result';
import { failsRun } from '../../verdict/run-verdict';
import { describeCheck } from './describe-verdict';

/** The outcome of a test case; a clause that passed has none. */
export type CaseOutcome =
  | { readonly kind: 'skipped'; readonly message: string }
  | { readonly kind: 'failure'; readonly message: string; readonly type: string; readonly details: string };

/**
 * A failure for a clause that fails the run. Any other clause that did not pass is skipped, with the reason. A CI server
 * may print the texts in a log: each text from outside is one line.
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
  if (failsRun(clause, result)) {
    return { kind: 'failure', message: failureMessage(clause), type: clause.level, details: failureDetails(clause) };
  }
  if (clause.verdict === 'failed') return { kind: 'skipped', message: `SHOULD, failed: ${failureMessage(clause)}` };
  if (clause.verdict === 'not tested')
    return { kind: 'skipped', message: toLogLine(`not tested: ${clause.reason ?? ''}`) };
  return undefined;
}

function failureMessage({ failures: [failure] }: ClauseResult): string {
  return failure === undefined ? '' : toLogLine(`expected ${failure.expected}, observed ${failure.observed}`);
}

function failureDetails({ source, failures }: ClauseResult): string {
  const shownAs = failures.map(({ check, title, expected, observed }) =>
    [describeCheck({ check, title }), `expected ${expected}`, `observed ${observed}`].map(toLogLine).join('\n'),
  );
  return [`source: ${source}`, ...shownAs].join('\n\n');
}

/** A contradiction of the suite as one test case that ends in an error. */
export interface DefectCase {
  readonly name: string;
  readonly message: string;
  readonly details: string;
}

/** Undefined where the suite does not contradict itself. */
export function defectCase({ defects }: Pick<Summary, 'defects'>): DefectCase | undefined {
  const [first] = defects;
  if (first === undefined) return undefined;
  const more = defects.length > 1 ? ` (and ${defects.length - 1} more)` : '';
  return {
    name: 'the suite agrees with itself',
    message: `defect of the suite, please report it: ${toLogLine(first)}${more}`,
    details: defects.map(toLogLine).join('\n'),
  };
}

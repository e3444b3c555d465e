import { clip } from '../contracts/clip';
import { defectCase } from './defect-case';
import { isRed } from './is-red';
import { lacking } from './missing-capabilities';
import type { Result } from './result';
import { missingMessage } from './told-capability';

/** What GitHub shows beside a run. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** Characters of a message. */
const most = 500;

/** GitHub shows ten errors and ten warnings of a step. */
const shown = 10;

/**
 * The failures of a run as annotations: a contradiction of the suite and what fails the run as errors, the rest as
 * warnings: what leaves the run incomplete, a failed SHOULD, and what the baseline knows.
 */
export function annotations(result: Result): Annotation[] {
  const { clauses, baseline, missing } = result;
  const known = new Set(baseline?.known.map(({ clause }) => clause));
  const defect = defectCase(result);
  const defects = defect === undefined ? [] : [annotation('error', 'error', defect.message)];
  const failed = clauses.filter(({ verdict }) => verdict === 'failed');
  const isError = (one: (typeof failed)[number]) => isRed(one, result) && !known.has(one.clause);
  const told = (level: Annotation['level']) => (one: (typeof failed)[number]) => {
    const [failure] = one.failures;
    const seen = failure === undefined ? '' : `: expected ${failure.expected}, observed ${failure.observed}`;
    const note = known.has(one.clause) ? ' (known)' : '';
    return annotation(level, `${one.clause} ${one.level}${note}`, `${one.sentence}${seen}`);
  };
  const lacked = lacking(missing).map((one) =>
    annotation('warning', `${one.capability} is missing`, missingMessage(one)),
  );
  return [
    ...defects,
    ...failed
      .filter(isError)
      .slice(0, shown - defects.length)
      .map(told('error')),
    ...lacked,
    ...failed
      .filter((one) => !isError(one))
      .slice(0, shown - lacked.length)
      .map(told('warning')),
  ];
}

function annotation(level: Annotation['level'], title: string, message: string): Annotation {
  return { level, title, message: clip(message, most).text };
}

import { clip } from '../contracts/clip';
import { visible } from '../contracts/visible';
import { defectCase } from './defect-case';
import { failureNote, isKnown } from './gate-words';
import { isRed } from './is-red';
import { lacking } from './missing-capabilities';
import type { Result } from './result';
import { headline } from './shown-verdict';
import { missingMessage } from './told-capability';

/** GitHub shows ten errors and ten warnings of a step. */
const shown = 10;

/**
 * Workflow commands that have GitHub show failures beside a run: a contradiction of the suite and what fails the run as
 * errors, the rest as warnings: what leaves the run incomplete, a failed SHOULD, and what the baseline knows. A notice
 * tells the verdict where there is more to say than the one word: that of the gate, or what it does not rest on.
 */
export function annotations(result: Result): string[] {
  const { clauses, baseline, missing } = result;
  const defect = defectCase(result);
  const defects = defect === undefined ? [] : [`::error title=error::${data(defect.message)}`];
  const failed = clauses.filter(({ verdict }) => verdict === 'failed');
  const isError = (one: (typeof failed)[number]) => isRed(one, result) && !isKnown(one.clause, baseline);
  const command = (name: string) => (one: (typeof failed)[number]) => {
    const [failure] = one.failures;
    const seen = failure === undefined ? '' : `: expected ${failure.expected}, observed ${failure.observed}`;
    const note = failureNote(one.clause, baseline);
    const mark = note === undefined ? '' : ` (${note})`;
    return `::${name} title=${property(`${one.clause} ${one.level}${mark}`)}::${data(`${one.sentence}${seen}`)}`;
  };
  const lacked = lacking(missing).map(
    (one) => `::warning title=${one.capability} is missing::${data(missingMessage(one))}`,
  );
  const shownAs = headline(result);
  return [
    ...(shownAs === result.verdict ? [] : [`::notice title=verdict::${data(shownAs)}`]),
    ...defects,
    ...failed
      .filter(isError)
      .slice(0, shown - defects.length)
      .map(command('error')),
    ...lacked,
    ...failed
      .filter((one) => !isError(one))
      .slice(0, shown - lacked.length)
      .map(command('warning')),
  ];
}

/** A colon or a comma would end it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function data(message: string): string {
  return visible(clip(message, 500).text).replaceAll('%', '%25');
}

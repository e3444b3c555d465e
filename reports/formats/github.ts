import { truncate } from '../../contracts/text/truncate';
import type { Result } from '../result/result';
import { baselineNote, isKnownFailure } from '../verdict/baseline';
import { blockingCapabilities, capabilityMessage } from '../verdict/missing-capabilities';
import { failsRun } from '../verdict/run-verdict';
import { renderMarkdown } from './markdown';
import type { Annotation } from './shared/annotation';
import { headline } from './shared/describe-verdict';
import type { Reporter } from './shared/reporter';
import { defectCase } from './shared/test-case';

/** Annotations and the summary of the step. Outside of a workflow the command writes neither. */
export function githubReporter(): Reporter {
  return {
    onRunEnd: ({ result }) => ({ annotations: githubAnnotations(result), stepSummary: renderMarkdown(result) }),
  };
}

/** Characters of a message. */
const maxMessageLength = 500;

/** GitHub shows ten errors and ten warnings of a step. */
const maxShown = 10;

/**
 * The failures of a run as annotations: a contradiction of the suite and what fails the run as errors, the rest as
 * warnings: what leaves the run incomplete, a failed SHOULD, and what the baseline knows. A notice tells the verdict where
 * there is more to say than the one word: that of the gate, or what it does not rest on.
 */
export function githubAnnotations(result: Result): Annotation[] {
  const { clauses, baseline, missing } = result;
  const defect = defectCase(result);
  const defects = defect === undefined ? [] : [annotation('error', 'error', defect.message)];
  const failed = clauses.filter(({ verdict }) => verdict === 'failed');
  const isError = (one: (typeof failed)[number]) => failsRun(one, result) && !isKnownFailure(one.clause, baseline);
  const told = (level: Annotation['level']) => (one: (typeof failed)[number]) => {
    const [failure] = one.failures;
    const seen = failure === undefined ? '' : `: expected ${failure.expected}, observed ${failure.observed}`;
    const note = baselineNote(one.clause, baseline);
    const mark = note === undefined ? '' : ` (${note})`;
    return annotation(level, `${one.clause} ${one.level}${mark}`, `${one.sentence}${seen}`);
  };
  const lacked = blockingCapabilities(missing).map((one) =>
    annotation('warning', `${one.capability} is missing`, capabilityMessage(one)),
  );
  const shownAs = headline(result);
  return [
    ...(shownAs === result.verdict ? [] : [annotation('notice', 'verdict', shownAs)]),
    ...defects,
    ...failed
      .filter(isError)
      .slice(0, maxShown - defects.length)
      .map(told('error')),
    ...lacked,
    ...failed
      .filter((one) => !isError(one))
      .slice(0, maxShown - lacked.length)
      .map(told('warning')),
  ];
}

function annotation(level: Annotation['level'], title: string, message: string): Annotation {
  return { level, title, message: truncate(message, maxMessageLength).text };
}

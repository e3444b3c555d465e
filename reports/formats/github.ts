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
 * The failures of a run as annotations. Errors: a contradiction of the suite, and clauses that fail the run. Warnings:
 * missing capabilities that leave the run incomplete, a failed SHOULD, and known failures. A notice shows the headline
 * where it is more than the verdict: with a gate, waivers, or quick effort.
 */
export function githubAnnotations(result: Result): Annotation[] {
  const { clauses, baseline, missing } = result;
  const defect = defectCase(result);
  const defects = defect === undefined ? [] : [annotation('error', 'error', defect.message)];
  const failed = clauses.filter(({ verdict }) => verdict === 'failed');
  const isError = (one: (typeof failed)[number]) => failsRun(one, result) && !isKnownFailure(one.clause, baseline);
  const annotate = (level: Annotation['level']) => (one: (typeof failed)[number]) => {
    const [failure] = one.failures;
    const seen = failure === undefined ? '' : `: expected ${failure.expected}, observed ${failure.observed}`;
    const note = baselineNote(one.clause, baseline);
    const mark = note === undefined ? '' : ` (${note})`;
    return annotation(level, `${one.clause} ${one.level}${mark}`, `${one.sentence}${seen}`);
  };
  const blocking = blockingCapabilities(missing).map((one) =>
    annotation('warning', `${one.capability} is missing`, capabilityMessage(one)),
  );
  const shown = headline(result);
  return [
    ...(shown === result.verdict ? [] : [annotation('notice', 'verdict', shown)]),
    ...defects,
    ...failed
      .filter(isError)
      .slice(0, maxShown - defects.length)
      .map(annotate('error')),
    ...blocking,
    ...failed
      .filter((one) => !isError(one))
      .slice(0, maxShown - blocking.length)
      .map(annotate('warning')),
  ];
}

function annotation(level: Annotation['level'], title: string, message: string): Annotation {
  return { level, title, message: truncate(message, maxMessageLength).text };
}

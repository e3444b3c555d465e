import type { Counterexample } from '../contracts/evidence/events';
import { confirmedWords } from './confirmed-words';
import { curlScript } from './curl';
import { type Line, line, painted } from './line';
import { labelled, usualWidth } from './own-text';
import type { ClauseResult, Failure } from './verdict';

/** How a failure stands to the baseline. */
interface FailureMark {
  readonly note?: string | undefined;
  readonly isAccepted?: boolean;
}

/** One failure on the console: the rule, what was expected and observed, and how to see it again. */
export function failureLines(
  { clause, level, sentence, source, broken }: ClauseResult,
  failure: Failure,
  target: string,
  width = usualWidth,
  { note, isAccepted = false }: FailureMark = {},
): Line[] {
  const times = broken > 1 ? ` (and ${broken - 1} more)` : '';
  const script = curlScript(failure, target);
  const mark = painted(`${clause} failed`, 'bold', isAccepted ? 'yellow' : 'red');
  const noted = note === undefined ? '' : ` (${note})`;
  return [
    line`${mark}${noted} ${level}: ${sentence}`,
    `  source    ${source}`,
    `  check     ${failure.title}${times}`,
    ...(failure.counterexample === undefined ? [] : counterexampleLines(failure.counterexample, width)),
    ...labelled('  expected  ', failure.expected, width),
    ...labelled('  observed  ', failure.observed, width),
    ...(failure.confirmed === undefined ? [] : labelled('  again     ', confirmedWords(failure.confirmed), width)),
    ...(script.length > 0 ? ['  repeat it', ...script.map((each) => `    ${each}`)] : []),
  ];
}

function counterexampleLines({ input, replay, shown, of }: Counterexample, width: number): string[] {
  const always = shown === of ? 'every time' : 'not every time';
  return [
    ...labelled('  found by  ', input, width),
    `  seen      ${shown} of ${of} times: ${always}`,
    ...(replay === undefined ? [] : [`  replay    --replay ${replay}`]),
  ];
}

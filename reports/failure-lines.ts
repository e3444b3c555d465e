import { createColors } from 'picocolors';
import type { Counterexample } from '../contracts/evidence';
import { confirmedWords } from './confirmed-words';
import { curlScript } from './curl';
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
  colors = createColors(false),
  { note, isAccepted = false }: FailureMark = {},
): string[] {
  const times = broken > 1 ? ` (and ${broken - 1} more)` : '';
  const script = curlScript(failure, target);
  const paint = isAccepted ? colors.yellow : colors.red;
  return [
    `${colors.bold(paint(`${clause} failed`))}${note === undefined ? '' : ` (${note})`} ${level}: ${sentence}`,
    `  source    ${source}`,
    `  check     ${failure.title}${times}`,
    ...(failure.counterexample === undefined ? [] : counterexampleLines(failure.counterexample, width)),
    ...labelled('  expected  ', failure.expected, width),
    ...labelled('  observed  ', failure.observed, width),
    ...(failure.confirmed === undefined ? [] : labelled('  again     ', confirmedWords(failure.confirmed), width)),
    ...(script.length > 0 ? ['  repeat it', ...script.map((line) => `    ${line}`)] : []),
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

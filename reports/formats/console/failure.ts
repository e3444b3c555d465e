import type { Counterexample } from '../../../contracts/evidence/events';
import { describeConfirmation } from '../../collector/confirmation';
import type { ClauseResult, Failure } from '../../result/result';
import { curlScript } from '../shared/curl';
import { describeCheck } from '../shared/describe-verdict';
import { type Line, line, painted } from '../shared/line';
import { defaultWidth, labelledLines } from './wrap-text';

/** The baseline's note on a failure. */
interface BaselineMark {
  readonly note?: string | undefined;
  readonly isAccepted?: boolean;
}

/** One failure on the console: the clause, expected and observed, the check, and the script that reproduces it. */
export function renderFailure(
  { clause, level, sentence, source, broken }: ClauseResult,
  failure: Failure,
  target: string,
  width = defaultWidth,
  { note, isAccepted = false }: BaselineMark = {},
): Line[] {
  const times = broken > 1 ? ` (and ${broken - 1} more)` : '';
  const script = curlScript(failure, target);
  const mark = painted(`${clause} failed`, 'bold', isAccepted ? 'yellow' : 'red');
  const noted = note === undefined ? '' : ` (${note})`;
  return [
    line`${mark}${noted} ${level}: ${sentence}`,
    ...labelledLines('  expected  ', failure.expected, width),
    ...labelledLines('  observed  ', failure.observed, width),
    `  source    ${source}`,
    `  check     ${describeCheck(failure)}${times}`,
    ...(failure.counterexample === undefined ? [] : counterexampleLines(failure.counterexample, width)),
    ...(failure.confirmed === undefined
      ? []
      : labelledLines('  again     ', describeConfirmation(failure.confirmed), width)),
    ...(script.length > 0 ? ['  reproduce', ...script.map((each) => `    ${each}`)] : []),
  ];
}

function counterexampleLines({ input, replay, shown, of }: Counterexample, width: number): string[] {
  return [
    ...labelledLines('  input     ', input, width),
    `  failed    ${shown} of ${of} times`,
    ...(replay === undefined ? [] : [`  replay    --replay ${replay}`]),
  ];
}

import type { Counterexample } from '../../../contracts/evidence/events';
import { countNoun } from '../../../contracts/text/count-noun';
import { describeConfirmation } from '../../collector/confirmation';
import type { ClauseResult, Failure } from '../../result/result';
import { curlScript, replayCommand } from '../shared/curl';
import { describeCheck } from '../shared/describe-verdict';
import { type Line, line, painted } from '../shared/line';
import { defaultWidth, labelledLines, wrapText } from './wrap-text';

/** The baseline's note on a failure. */
interface BaselineMark {
  readonly note?: string | undefined;
  readonly isAccepted?: boolean;
}

/** One failure on the console: the clause, expected and observed, the check, and the script that reproduces it. */
export function renderFailure(
  {
    clause,
    level,
    sentence,
    source,
    violated,
  }: Pick<ClauseResult, 'clause' | 'level' | 'sentence' | 'source' | 'violated'>,
  failure: Failure,
  target: string,
  width = defaultWidth,
  { note, isAccepted = false }: BaselineMark = {},
): Line[] {
  const times = violated > 1 ? ` (and ${violated - 1} more)` : '';
  const script = curlScript(failure, target);
  const mark = `${clause} failed`;
  const noted = note === undefined ? '' : ` (${note})`;
  const [first = '', ...rest] = wrapText(`${mark}${noted} ${level}: ${sentence}`, width - 2);
  return [
    line`${painted(mark, 'bold', isAccepted ? 'yellow' : 'red')}${first.slice(mark.length)}`,
    ...rest.map((each) => `  ${each}`),
    ...labelledLines('  expected  ', failure.expected, width),
    ...labelledLines('  observed  ', failure.observed, width),
    ...labelledLines('  source    ', source, width),
    ...labelledLines('  check     ', `${describeCheck(failure)}${times}`, width),
    ...(failure.counterexample === undefined ? [] : counterexampleLines(failure.counterexample, width)),
    ...(failure.confirmed === undefined
      ? []
      : labelledLines('  again     ', describeConfirmation(clause, failure.confirmed), width)),
    ...(script.length > 0 ? ['  reproduce', ...script.map((each) => `    ${each}`)] : []),
  ];
}

function counterexampleLines({ input, replay, shown, of }: Counterexample, width: number): string[] {
  return [
    ...labelledLines('  input     ', input, width),
    `  failed    ${shown} of ${countNoun(of, 'time')}`,
    ...(replay === undefined ? [] : [`  replay    ${replayCommand(replay)}`]),
  ];
}

import { countNoun } from '../../../contracts/text/count-noun';
import type { ClauseResult, Result } from '../../result/result';
import { baselineNote, describeBaseline, isKnownFailure, isMasked } from '../../verdict/baseline';
import { blockingCapabilities, capabilitySentence, describeCapability } from '../../verdict/missing-capabilities';
import { isBinding } from '../../verdict/run-verdict';
import { describeUnconfirmed } from '../../verdict/unconfirmed';
import { unusedWaivers } from '../../verdict/waivers';
import { countVerdict, describeLeftOut, headline, verdictLabel } from '../shared/describe-verdict';
import { type Line, line, painted, type Style } from '../shared/line';
import type { Detail, Reporter } from '../shared/reporter';
import { shardSuffix } from '../shared/shard-label';
import { clauseLines, clauseNotices, countOrder, familyLines } from './clause-list';
import { renderFailure } from './failure';
import { defaultWidth, labelledLines, wrapText } from './wrap-text';

export function consoleReporter(): Reporter {
  return { onRunEnd: ({ result, columns, detail }) => ({ lines: renderConsole(result, columns, detail) }) };
}

/**
 * The families, then what needs a word, the failures, and the verdict. The verdict is last: a terminal shows the end.
 * Each clause has a line of its own in a verbose report, and in that of a run of selected clauses. A quiet report has
 * nothing but the failures and the verdict, with its reasons.
 */
export function renderConsole(result: Result, width = defaultWidth, detail: Detail = 'normal'): Line[] {
  const isListed = detail === 'verbose' || result.run.selected !== undefined;
  const clauses = isListed ? clauseLines(result, width) : [...familyLines(result), ...clauseNotices(result, width)];
  if (detail === 'quiet') {
    const blocks = [...failures(result, width), ...defects(result, width)];
    return [...blocks.slice(1), ...(blocks.length > 0 ? [''] : []), ...conclusion(result, width)];
  }
  return [
    '',
    ...clauses,
    ...notices(result, width),
    ...defects(result, width),
    ...failures(result, width),
    '',
    ...facts(result, width),
    ...conclusion(result, width),
  ];
}

function failures({ clauses, baseline, run }: Result, width: number): Line[] {
  return clauses.flatMap((clause): Line[] => {
    const [failure] = clause.failures;
    if (failure === undefined) return [];
    const mark = { note: baselineNote(clause.clause, baseline), isAccepted: isKnownFailure(clause.clause, baseline) };
    return ['', ...renderFailure(clause, failure, run.target, width, mark)];
  });
}

function notice(label: string, style: Style, text: string, width: number): Line[] {
  const [first = '', ...rest] = labelledLines(`${label} `, text, width);
  return ['', line`${painted(label, style)}${first.slice(label.length)}`, ...rest];
}

function defects({ defects: all }: Result, width: number): Line[] {
  return all.flatMap((defect) => notice('defect of the suite', 'red', defect, width));
}

function notices({ missing, unconfirmed, troubles, clauses, run, leftOut }: Result, width: number): Line[] {
  return [
    ...(leftOut === undefined ? [] : notice('not looked at', 'yellow', describeLeftOut(leftOut), width)),
    ...failedBefore(clauses, run, width),
    ...missing.flatMap((each) => {
      const label = each.waived ? 'missing (waived)' : 'missing';
      return notice(label, each.isBinding ? 'yellow' : 'dim', capabilitySentence(each), width);
    }),
    ...describeUnconfirmed(unconfirmed).flatMap((sentence) =>
      notice('not confirmed, not counted', 'dim', sentence, width),
    ),
    ...troubles.flatMap((trouble) => notice('problem', 'yellow', trouble, width)),
  ];
}

/** A pass in a run of selected checks may be due to the checks that it left out. */
function failedBefore(clauses: Result['clauses'], run: Result['run'], width: number): Line[] {
  const passed = new Set(clauses.filter(({ verdict }) => verdict === 'passed').map(({ clause }) => clause));
  const ids = (run.failedBefore ?? []).map(({ clause }) => clause).filter((clause) => passed.has(clause));
  if (ids.length === 0) return [];
  const sentence = 'passed in this run of selected checks; only a run of all clauses takes it off --last-failed';
  return notice('failed before', 'yellow', `${ids.join(', ')}: ${sentence}`, width);
}

const verdictStyles = {
  conformant: 'green',
  'no failure found': 'green',
  'not conformant': 'red',
  incomplete: 'yellow',
  error: 'magenta',
} as const satisfies Record<Result['verdict'], Style>;

/** The counts, and what is needed to repeat the run. */
function facts({ clauses, checks, exchanges, run, baseline }: Result, width: number): string[] {
  const counts = countOrder.map((each) => `${countVerdict(each, clauses)} ${each}`).join(', ');
  const sums = `${countNoun(checks, 'check')}, ${countNoun(exchanges, 'exchange')}`;
  return [
    ...wrapText(`${countNoun(clauses.length, 'clause')}: ${counts}`, width),
    ...wrapText(
      `${sums}, ${run.seconds} s, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}${shardSuffix(run)}`,
      width,
    ),
    run.target,
    ...(baseline === undefined ? [] : describeBaseline(baseline)).flatMap((each) => wrapText(each, width)),
  ];
}

/** The next steps, the clauses that failed, and the verdict. */
function conclusion(result: Result, width: number): Line[] {
  const { clauses, verdict, exitCode } = result;
  const failed = clauses.filter((clause) => clause.verdict === 'failed').map(({ clause }) => clause);
  const label = verdictLabel(result);
  const gate = headline(result).slice(label.length);
  return [
    ...advice(result, width),
    ...(failed.length > 1 ? wrapText(`failed: ${failed.join(', ')}`, width) : []),
    line`${painted(label, 'bold', verdictStyles[verdict])}${painted(gate, 'bold', exitCode === 0 ? 'green' : 'red')}`,
  ];
}

/** The next steps of the user. */
function advice(result: Result, width: number): string[] {
  const lines: string[] = [];
  const isGated = result.verdict === 'incomplete' || result.baseline !== undefined;
  // After a problem the run is repeated: there is nothing to waive.
  if (isGated && result.troubles.length === 0) lines.push(...waiverAdvice(result, width));
  if (result.verdict === 'error') {
    const sentence = 'the suite contradicts itself: this run proves nothing about the target, please report it';
    lines.push(...wrapText(sentence, width));
  }
  const unused = unusedWaivers(result);
  if (unused.length > 0)
    lines.push(...wrapText(`unused waivers: ${unused.join(', ')} (remove them from --waive)`, width));
  return lines;
}

function waiverAdvice({ clauses, missing, run, baseline, exitCode }: Result, width: number): string[] {
  // The failures that fail the run come first: without them these clauses can be tested.
  const isExplained = ({ clause, maskedBy }: ClauseResult) =>
    isMasked(clause, baseline) || (exitCode === 1 && maskedBy !== undefined);
  const blocking = blockingCapabilities(missing);
  const withoutCapability = new Set(blocking.flatMap((each) => each.clauses));
  const ids = clauses
    .filter(({ verdict, waived, level }) => verdict === 'not tested' && !waived && isBinding(level, run.strict))
    .filter((each) => !isExplained(each))
    .filter(({ clause, checks }) => checks.notTested > 0 || !withoutCapability.has(clause))
    .map(({ clause }) => clause);
  const without = blocking.map(describeCapability);
  return [
    ...without.flatMap(({ what, mend }) => wrapText(`without ${what} the run is incomplete: ${mend}`, width)),
    // The flag is whole: it is copied.
    ...(ids.length === 0
      ? []
      : [
          ...wrapText(
            `not tested and not waived: ${ids.join(', ')}; this flag accepts ${ids.length === 1 ? 'it' : 'them'}:`,
            width,
          ),
          `  --waive ${ids.join(',')}`,
        ]),
  ];
}

import { familyOf } from '../../../contracts/clauses';
import { countNoun } from '../../../contracts/text/count-noun';
import type { ClauseResult, Result } from '../../result/result';
import { baselineNote, describeBaseline, isKnownFailure } from '../../verdict/baseline';
import { blockingCapabilities, capabilitySentence, describeCapability } from '../../verdict/missing-capabilities';
import { describeUnconfirmed } from '../../verdict/unconfirmed';
import { unusedWaivers } from '../../verdict/waivers';
import { checkCoverage, countVerdict, headline, verdictLabel } from '../shared/describe-verdict';
import { type Line, line, painted, type Style } from '../shared/line';
import type { Reporter } from '../shared/reporter';
import { renderFailure } from './failure';
import { defaultWidth, labelledLines } from './wrap-text';

/** The columns before the sentence of a clause. */
const margin = ' '.repeat('not applicable REPLACE-0123 SHOULD '.length);
const separator = ' — ';

export function consoleReporter(): Reporter {
  return { onRunEnd: ({ result, columns }) => ({ lines: renderConsole(result, columns) }) };
}

/** A line for each clause, then the failures, then everything else. The verdict is last: a terminal shows the end. */
export function renderConsole(result: Result, width = defaultWidth): Line[] {
  return [...clauseList(result, width), ...failures(result, width), ...notices(result, width), '', ...ending(result)];
}

function clauseList({ clauses, baseline }: Result, width: number): Line[] {
  let family = '';
  return clauses.flatMap((clause) => {
    const isFirst = familyOf(clause.clause) !== family;
    family = familyOf(clause.clause);
    return [...(isFirst ? [''] : []), ...clauseLines(clause, width, baseline)];
  });
}

function failures({ clauses, baseline, run }: Result, width: number): Line[] {
  return clauses.flatMap((clause): Line[] => {
    const [failure] = clause.failures;
    if (failure === undefined) return [];
    const mark = { note: baselineNote(clause.clause, baseline), isAccepted: isKnownFailure(clause.clause, baseline) };
    return ['', ...renderFailure(clause, failure, run.target, width, mark)];
  });
}

function notices({ defects, missing, unconfirmed, troubles }: Result, width: number): Line[] {
  const notice = (label: string, style: Style, text: string): Line[] => {
    const [first = '', ...rest] = labelledLines(`${label} `, text, width);
    return ['', line`${painted(label, style)}${first.slice(label.length)}`, ...rest];
  };
  return [
    ...defects.flatMap((defect) => notice('defect of the suite', 'red', defect)),
    ...missing.flatMap((each) => {
      const label = each.waived ? 'missing (waived)' : 'missing';
      return notice(label, each.isBinding ? 'yellow' : 'dim', capabilitySentence(each));
    }),
    ...describeUnconfirmed(unconfirmed).flatMap((sentence) => notice('not confirmed', 'dim', sentence)),
    ...troubles.flatMap((trouble) => notice('problem', 'yellow', trouble)),
  ];
}

/** A clause and its reading on one line. Its notes follow on the same line where they fit, else below. */
function clauseLines(result: ClauseResult, width: number, baseline: Result['baseline']): Line[] {
  const { clause, level, sentence, verdict, waived, reading, reason } = result;
  const mark = {
    passed: painted('passed        ', 'green'),
    failed: painted('failed        ', level === 'SHOULD' || isKnownFailure(clause, baseline) ? 'yellow' : 'red'),
    open: painted('open          ', 'cyan'),
    'not tested': painted('not tested    ', 'yellow'),
    'not applicable': painted('not applicable', 'dim'),
  }[verdict];
  const binding = level === 'not applicable' ? '' : level;
  const notes: string[] = [];
  const note = verdict === 'failed' ? baselineNote(clause, baseline) : undefined;
  if (note !== undefined) notes.push(note);
  if (verdict === 'not applicable' && reason !== undefined) notes.push(reason);
  if (verdict === 'not tested') notes.push(`${waived ? 'waived: ' : ''}${reason ?? ''}`);
  const part = checkCoverage(result);
  if (part !== undefined) notes.push(reason === undefined ? part : `${part}: ${reason}`);
  const read = verdict === 'open' && reading !== undefined ? `${separator}${reading}` : '';
  const first = line`${mark} ${clause.padEnd(12)} ${binding.padEnd(6)} ${sentence}${painted(read, 'dim')}`;
  if (notes.length === 0) return [first];
  const all = notes.join('; ');
  const used = margin.length + sentence.length + read.length + separator.length;
  if (used + all.length <= width) return [line`${first}${painted(`${separator}${all}`, 'dim')}`];
  return [first, ...labelledLines(margin, all, width).map((each) => painted(each, 'dim'))];
}

const verdictStyles = {
  conformant: 'green',
  'no failure found': 'green',
  'not conformant': 'red',
  incomplete: 'yellow',
  error: 'magenta',
} as const satisfies Record<Result['verdict'], Style>;

function ending(result: Result): Line[] {
  const { clauses, checks, exchanges, run, baseline, verdict, exitCode } = result;
  const counts = countOrder.map((each) => `${countVerdict(each, clauses)} ${each}`).join(', ');
  const label = verdictLabel(result);
  const gate = headline(result).slice(label.length);
  return [
    `${countNoun(clauses.length, 'clause')}: ${counts}; ${checks} checks, ${exchanges} exchanges`,
    `${run.target}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}, ${run.seconds} s`,
    ...(baseline === undefined ? [] : describeBaseline(baseline)),
    ...advice(result),
    line`${painted(label, 'bold', verdictStyles[verdict])}${painted(gate, 'bold', exitCode === 0 ? 'green' : 'red')}`,
  ];
}

const countOrder = ['passed', 'failed', 'open', 'not tested', 'not applicable'] as const;

/** The next steps of the user. */
function advice(result: Result): string[] {
  const lines: string[] = [];
  // After a problem the run is repeated: there is nothing to waive.
  if (result.verdict === 'incomplete' && result.troubles.length === 0) lines.push(...waiverAdvice(result));
  if (result.verdict === 'error') {
    lines.push('the suite contradicts itself: this run proves nothing about the target, please report it');
  }
  const unused = unusedWaivers(result);
  if (unused.length > 0) lines.push(`unused waivers: ${unused.join(', ')} (remove them from --waive)`);
  return lines;
}

function waiverAdvice({ clauses, missing, run }: Result): string[] {
  const blocking = blockingCapabilities(missing);
  const withoutCapability = new Set(blocking.flatMap((each) => each.clauses));
  const ids = clauses
    .filter(({ verdict, waived, level }) => {
      const binds = level === 'MUST' || (run.strict && level === 'SHOULD');
      return verdict === 'not tested' && !waived && binds;
    })
    .filter(({ clause, checks }) => checks.notTested > 0 || !withoutCapability.has(clause))
    .map(({ clause }) => clause);
  return [
    ...blocking.map(
      (each) => `without ${describeCapability(each).what} the run is incomplete: ${describeCapability(each).mend}`,
    ),
    ...(ids.length > 0
      ? [`not tested and not waived: ${ids.join(' ')} (accept it with --waive ${ids.join(',')})`]
      : []),
  ];
}

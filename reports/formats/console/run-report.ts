import { capabilityOf } from '../../../contracts/capabilities';
import { familyOf } from '../../../contracts/clauses';
import type { ClauseResult, Result, RunFacts, Summary } from '../../result/result';
import { baselineNote, describeBaseline, isKnownFailure } from '../../verdict/baseline';
import { blockingCapabilities, capabilitySentence, describeCapability } from '../../verdict/missing-capabilities';
import { describeUnconfirmed } from '../../verdict/unconfirmed';
import { unusedWaivers } from '../../verdict/waivers';
import { checkCoverage, headline, verdictLabel } from '../shared/describe-verdict';
import { type Line, line, painted, type Style } from '../shared/line';
import type { Reporter } from '../shared/reporter';
import { renderFailure } from './failure';
import { defaultWidth, labelledLines } from './wrap-text';

/** What stands before the sentence of a clause. */
const margin = ' '.repeat('not applicable REPLACE-0123 SHOULD '.length);
const separator = ' — ';

export function consoleReporter(): Reporter {
  return {
    onRunEnd: ({ result, columns }) => {
      const { run, baseline } = result;
      const lines = [
        ...renderConsole(result, run, columns),
        `${run.target}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}, ${run.seconds} s`,
        ...(baseline === undefined ? [] : describeBaseline(baseline)),
      ];
      return { lines };
    },
  };
}

/** A result, or what is known of it before it is written. */
type ResultOnConsole = Summary & Pick<Result, 'baseline'>;

/** What the console shows at the end of a run: one line a clause, then each failure, then the verdict. */
export function renderConsole(
  summary: ResultOnConsole,
  run: Pick<RunFacts, 'target' | 'strict' | 'effort' | 'waived'>,
  width = defaultWidth,
): Line[] {
  const lines: Line[] = [];
  let family = '';
  for (const result of summary.clauses) {
    if (familyOf(result.clause) !== family) lines.push('');
    family = familyOf(result.clause);
    lines.push(...clauseLines(result, width, summary.baseline));
  }
  for (const result of summary.clauses) {
    const [failure] = result.failures;
    if (failure === undefined) continue;
    const { baseline } = summary;
    const mark = { note: baselineNote(result.clause, baseline), isAccepted: isKnownFailure(result.clause, baseline) };
    lines.push('', ...renderFailure(result, failure, run.target, width, mark));
  }
  const notice = (label: string, style: Style, text: string): Line[] => {
    const [first = '', ...rest] = labelledLines(`${label} `, text, width);
    return ['', line`${painted(label, style)}${first.slice(label.length)}`, ...rest];
  };
  for (const defect of summary.defects) lines.push(...notice('defect of the suite', 'red', defect));
  for (const each of summary.missing) {
    const label = each.waived ? 'not offered, waived' : 'not offered';
    lines.push(...notice(label, each.isBinding ? 'yellow' : 'dim', capabilitySentence(each)));
  }
  for (const words of describeUnconfirmed(summary.unconfirmed)) {
    lines.push(...notice('seen once and not again', 'dim', words));
  }
  for (const trouble of summary.troubles) lines.push(...notice('trouble', 'yellow', trouble));
  lines.push('', ...verdictLines(summary, run));
  return lines;
}

/** A clause and its reading on one line; why it was not tested on the same where that fits, else below. */
function clauseLines(result: ClauseResult, width: number, baseline: ResultOnConsole['baseline']): Line[] {
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

function verdictLines(summary: ResultOnConsole, run: Pick<RunFacts, 'strict' | 'effort' | 'waived'>): Line[] {
  const { strict } = run;
  const count = (verdict: ClauseResult['verdict']) =>
    summary.clauses.filter((result) => result.verdict === verdict).length;
  const counts = (['passed', 'failed', 'open', 'not tested', 'not applicable'] as const)
    .map((verdict) => `${count(verdict)} ${verdict}`)
    .join(', ');
  const style = {
    conformant: 'green',
    'not conformant': 'red',
    incomplete: 'yellow',
    error: 'magenta',
  } as const;
  const lines: Line[] = [
    `${summary.clauses.length} clauses: ${counts}; ${summary.checks} checks, ${summary.exchanges} exchanges`,
  ];
  const binding = summary.clauses.filter(
    ({ verdict, waived, level }) =>
      verdict === 'not tested' && !waived && (level === 'MUST' || (strict && level === 'SHOULD')),
  );
  // Where the run met trouble, that is the reason to mend, and nothing to waive.
  if (summary.verdict === 'incomplete' && summary.troubles.length === 0) {
    const missing = blockingCapabilities(summary.missing);
    const without = new Set(missing.flatMap(({ clauses }) => clauses));
    const others = binding.filter(({ clause, checks }) => checks.notTested > 0 || !without.has(clause));
    for (const each of missing) {
      lines.push(`to examine what needs ${capabilityOf(each.capability).label}: ${describeCapability(each).mend}`);
    }
    if (others.length > 0) {
      const ids = others.map(({ clause }) => clause);
      lines.push(`not tested and not waived: ${ids.join(' ')} (accept it with --waive ${ids.join(',')})`);
    }
  }
  if (summary.verdict === 'error')
    lines.push('the suite contradicts itself: this run proves nothing of the target, please report it');
  const idle = unusedWaivers({ ...summary, run });
  if (idle.length > 0) lines.push(`waived for nothing: ${idle.join(', ')} (take it out of --waive)`);
  const shown = verdictLabel({ ...summary, run });
  const rest = headline({ ...summary, run }).slice(shown.length);
  const gate = painted(rest, 'bold', summary.exitCode === 0 ? 'green' : 'red');
  return [...lines, line`${painted(shown, 'bold', style[summary.verdict])}${gate}`];
}

import { createColors } from 'picocolors';
import { familyOf } from '../contracts/clauses';
import { visible } from '../contracts/visible';
import { failureLines } from './failure-lines';
import type { ClauseResult, Summary } from './verdict';

type Colors = ReturnType<typeof createColors>;

/** What the console shows at the end of a run: one line a clause, then each failure, then the verdict. */
export function consoleReport(summary: Summary, target: string, strict: boolean, isColored: boolean): string {
  const colors = createColors(isColored);
  const lines: string[] = [];
  let family = '';
  for (const result of summary.clauses) {
    if (familyOf(result.clause) !== family) lines.push('');
    family = familyOf(result.clause);
    lines.push(clauseLine(result, colors));
  }
  for (const result of summary.clauses) {
    const [failure] = result.failures;
    if (failure !== undefined) lines.push('', ...failureLines(result, failure, target, colors));
  }
  for (const defect of summary.defects) lines.push('', `${colors.red('defect of the suite')} ${visible(defect)}`);
  for (const trouble of summary.troubles) lines.push('', `${colors.yellow('trouble')} ${visible(trouble)}`);
  lines.push('', ...verdictLines(summary, strict, colors), '');
  return lines.join('\n');
}

function clauseLine(result: ClauseResult, colors: Colors): string {
  const { clause, level, sentence, verdict, waived, reading, reason, checks } = result;
  const mark = {
    passed: colors.green('passed        '),
    failed: level === 'SHOULD' ? colors.yellow('failed        ') : colors.red('failed        '),
    open: colors.cyan('open          '),
    'not tested': colors.yellow('not tested    '),
    'not applicable': colors.dim('not applicable'),
  }[verdict];
  const binding = level === 'not applicable' ? '' : level;
  const notes: string[] = [];
  if (verdict === 'open' && reading !== undefined) notes.push(reading);
  if (verdict === 'not applicable' && reason !== undefined) notes.push(visible(reason));
  if (verdict === 'not tested') notes.push(`${waived ? 'waived: ' : ''}${visible(reason ?? '')}`);
  if (verdict !== 'not tested' && verdict !== 'not applicable' && checks.notTested > 0 && checks.run > 0) {
    notes.push(`${checks.notTested} of ${checks.run + checks.notTested} checks not tested: ${visible(reason ?? '')}`);
  }
  const note = notes.length > 0 ? colors.dim(` — ${notes.join('; ')}`) : '';
  return `${mark} ${clause.padEnd(12)} ${binding.padEnd(6)} ${sentence}${note}`;
}

function verdictLines(summary: Summary, strict: boolean, colors: Colors): string[] {
  const count = (verdict: ClauseResult['verdict']) =>
    summary.clauses.filter((result) => result.verdict === verdict).length;
  const counts = (['passed', 'failed', 'open', 'not tested', 'not applicable'] as const)
    .map((verdict) => `${count(verdict)} ${verdict}`)
    .join(', ');
  const color = { conformant: colors.green, 'not conformant': colors.red, incomplete: colors.yellow }[summary.verdict];
  const lines = [
    `${summary.clauses.length} clauses: ${counts}; ${summary.checks} checks, ${summary.exchanges} exchanges`,
  ];
  const binding = summary.clauses.filter(
    ({ verdict, waived, level }) =>
      verdict === 'not tested' && !waived && (level === 'MUST' || (strict && level === 'SHOULD')),
  );
  // Where the run met trouble, that is the reason to mend, and nothing to waive.
  if (summary.verdict === 'incomplete' && binding.length > 0 && summary.troubles.length === 0) {
    const ids = binding.map(({ clause }) => clause).join(' ');
    lines.push(
      `not tested and not waived: ${ids} (accept it with --waive ${binding.map(({ clause }) => clause).join(',')})`,
    );
  }
  return [...lines, colors.bold(color(summary.verdict))];
}

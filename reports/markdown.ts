import { baselineLines } from './baseline-lines';
import { curlScript } from './curl';
import { failureNote, gateWords } from './gate-words';
import { code, fitting, list, pre, prose, table } from './markdown-text';
import type { Result } from './result';
import { shownVerdict } from './shown-verdict';
import { countOf, tellVerdict, verdicts } from './tell-verdict';
import { toldCapability } from './told-capability';
import { unconfirmedWords } from './unconfirmed';
import type { ClauseResult, MissingCapability } from './verdict';

/** GitHub takes comments of up to 65,536 characters. These together, with what is around them, stay below. */
const sizes = { notice: 3_000, baseline: 6_000, failures: 23_000, scripts: 12_000, untested: 8_000, missing: 4_000 };

const signs = { conformant: '✅', 'not conformant': '❌', incomplete: '⚠️', error: '💥' } as const;

/** The result as Markdown, for a pull request or the summary of a workflow. */
export function markdown(result: Result): string {
  const { verdict, clauses, missing, run, checks, exchanges, troubles, unconfirmed, defects, baseline } = result;
  const failed = clauses.filter((clause) => clause.verdict === 'failed');
  const untested = clauses.filter((clause) => clause.verdict === 'not tested');
  const counts = verdicts.map((each) => `${countOf(each, clauses)} ${each}`).join(', ');
  const gate = gateWords(result);
  const blocks = [
    `## ${signs[verdict]} ECS metadata: ${shownVerdict(result)}`,
    ...(gate === undefined ? [] : [`**${gate}**`]),
    tellVerdict(result),
    `${code(run.target)}, profile ${code(run.profile)}, ${run.effort} effort, seed ${run.seed}: ${counts}; ${checks} checks, ${exchanges} exchanges, ${run.seconds} s`,
    ...section('Baseline', baseline === undefined ? [] : baselineLines(baseline), sizes.baseline),
    ...(missing.length > 0 ? ['### Missing capabilities', list(missing.map(missingItem), sizes.missing)] : []),
    ...section('Not put back', run.notPutBack, sizes.notice),
    ...section('Trouble on the way to the target', troubles, sizes.notice),
    ...section('Seen once and not again', unconfirmedWords(unconfirmed), sizes.notice),
    ...section('Defects of the suite', defects, sizes.notice),
    ...(failed.length > 0 ? ['### Failures', failureTable(failed, baseline), ...scripts(failed, run.target)] : []),
    ...(untested.length > 0 ? ['### Not tested', untestedTable(untested)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, sentences: readonly string[], size: number): string[] {
  return sentences.length === 0 ? [] : [`### ${title}`, list(sentences.map(code), size)];
}

function missingItem(missing: MissingCapability): string {
  const { what, why, cost, mend } = toldCapability(missing);
  const notes = [missing.waived ? ' Waived.' : '', mend === '' ? '' : ` To mend it: ${prose(mend)}.`];
  return `${prose(what)} (${code(why)}): ${cost}.${notes.join('')}`;
}

function failureTable(failed: readonly ClauseResult[], baseline: Result['baseline']): string {
  const rows = failed.map(({ clause, level, sentence, failures: [failure] }) => {
    const note = failureNote(clause, baseline);
    const marked = note === undefined ? clause : `${clause} (${note})`;
    return [marked, level, prose(sentence), code(failure?.expected ?? ''), code(failure?.observed ?? '')];
  });
  return table(['clause', 'level', 'the target', 'expected', 'observed'], rows, sizes.failures);
}

/** How the first failure of each clause is repeated. Those that are too long for a comment are in the HTML report. */
function scripts(failed: readonly ClauseResult[], target: string): string[] {
  const all = failed.flatMap(({ clause, failures: [failure] }) => {
    const script = failure === undefined ? [] : curlScript(failure, target);
    if (script.length === 0) return [];
    return [`<details><summary>Repeat ${clause}</summary>\n\n${pre(script.join('\n'))}\n\n</details>`];
  });
  return fitting(
    all.filter(({ length }) => length < sizes.scripts / 2),
    sizes.scripts,
  ).shown;
}

function untestedTable(untested: readonly ClauseResult[]): string {
  const rows = untested.map(({ clause, level, sentence, reason = '', waived }) => {
    return [clause, level, prose(sentence), `${waived ? 'waived: ' : ''}${code(reason)}`];
  });
  return table(['clause', 'level', 'the target', 'reason'], rows, sizes.untested);
}

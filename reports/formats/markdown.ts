import { countNoun } from '../../contracts/text/count-noun';
import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';
import { fileNames } from '../result/file-names';
import type { ClauseResult, MissingCapability, Result } from '../result/result';
import { baselineNote, describeBaseline, describeGate } from '../verdict/baseline';
import { describeCapability } from '../verdict/missing-capabilities';
import { describeUnconfirmed } from '../verdict/unconfirmed';
import { curlScript } from './shared/curl';
import { countVerdict, describeLeftOut, describeVerdict, verdictLabel, verdictOrder } from './shared/describe-verdict';
import type { Reporter } from './shared/reporter';
import { shardSuffix } from './shared/shard-label';

/** Characters of each part. GitHub takes comments of up to 65,536 characters: all parts together stay below. */
const sizes = { notice: 3_000, baseline: 6_000, failures: 23_000, scripts: 12_000, untested: 8_000, missing: 4_000 };

const signs = {
  conformant: '✅',
  'no failure found': '☑️',
  'not conformant': '❌',
  incomplete: '⚠️',
  error: '💥',
} as const;

export function markdownReporter(): Reporter {
  return { onRunEnd: ({ result }) => ({ files: { [fileNames.markdown]: renderMarkdown(result) } }) };
}

/** The result as Markdown, for a pull request or the summary of a workflow. */
export function renderMarkdown(result: Result): string {
  const { verdict, clauses, missing, run, checks, exchanges, troubles, unconfirmed, defects, baseline, leftOut } =
    result;
  const failed = clauses.filter((clause) => clause.verdict === 'failed');
  const untested = clauses.filter((clause) => clause.verdict === 'not tested');
  const counts = verdictOrder.map((each) => `${countVerdict(each, clauses)} ${each}`).join(', ');
  const gate = describeGate(result);
  const blocks = [
    `## ${signs[verdict]} ECS metadata: ${verdictLabel(result)}`,
    ...(gate === undefined ? [] : [`**${gate}**`]),
    describeVerdict(result),
    `${codeText(run.target)}, profile ${codeText(run.profile)}, ${run.effort} effort, seed ${run.seed}${shardSuffix(run)}: ${counts}; ${countNoun(checks, 'check')}, ${countNoun(exchanges, 'exchange')}, ${run.seconds} s`,
    ...(failed.length > 0 ? ['### Failures', failureTable(failed, baseline), ...scripts(failed, run.target)] : []),
    ...section('Baseline', baseline === undefined ? [] : describeBaseline(baseline), sizes.baseline),
    ...(leftOut === undefined ? [] : [`${describeLeftOut(leftOut)}.`]),
    ...(missing.length > 0 ? ['### Missing capabilities', list(missing.map(missingItem), sizes.missing)] : []),
    ...section('Servers not restored', run.notPutBack, sizes.notice),
    ...section('Problems during the run', troubles, sizes.notice),
    ...section('Not confirmed: each showed once and does not count', describeUnconfirmed(unconfirmed), sizes.notice),
    ...section('Defects of the suite', defects, sizes.notice),
    ...(untested.length > 0 ? ['### Not tested', untestedTable(untested)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, sentences: readonly string[], size: number): string[] {
  return sentences.length === 0 ? [] : [`### ${title}`, list(sentences.map(codeText), size)];
}

function missingItem(missing: MissingCapability): string {
  const { what, why, cost, mend } = describeCapability(missing);
  const notes = [missing.waived ? ' Waived.' : '', mend === '' ? '' : ` To fix it: ${escapeCell(mend)}.`];
  return `${escapeCell(what)} (${codeText(why)}): ${cost}.${notes.join('')}`;
}

function failureTable(failed: readonly ClauseResult[], baseline: Result['baseline']): string {
  const rows = failed.map(({ clause, level, sentence, failures: [failure] }) => {
    const note = baselineNote(clause, baseline);
    const marked = note === undefined ? clause : `${clause} (${note})`;
    return [marked, level, escapeCell(sentence), codeText(failure?.expected ?? ''), codeText(failure?.observed ?? '')];
  });
  return table(['clause', 'level', 'rule', 'expected', 'observed'], rows, sizes.failures);
}

/** The script of the first failure of each clause. Scripts that are too long for a comment are in the HTML report. */
function scripts(failed: readonly ClauseResult[], target: string): string[] {
  const all = failed.flatMap(({ clause, failures: [failure] }) => {
    const script = failure === undefined ? [] : curlScript(failure, target);
    if (script.length === 0) return [];
    return [`<details><summary>Reproduce ${clause}</summary>\n\n${codeBlock(script)}\n\n</details>`];
  });
  return fitLines(
    all.filter(({ length }) => length < sizes.scripts / 2),
    sizes.scripts,
  ).shown;
}

function untestedTable(untested: readonly ClauseResult[]): string {
  const rows = untested.map(({ clause, level, sentence, reason = '', waived }) => {
    return [clause, level, escapeCell(sentence), `${waived ? 'waived: ' : ''}${codeText(reason)}`];
  });
  return table(['clause', 'level', 'rule', 'reason'], rows, sizes.untested);
}

/** Characters of one text. */
const maxTextLength = 300;

/** A text of the suite itself, in a cell of a table. */
function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/**
 * A text that may come from the target, as a code span: in it nothing is Markdown, HTML, a link or a mention. A text that
 * would end the span or the cell of a table, or may hold an element, is written as character references in HTML's `code`.
 */
function codeText(text: string): string {
  const { text: shown, left } = truncate(text, maxTextLength);
  if (text === '') return '';
  const visible = `${escapeInvisible(shown)}${left > 0 ? '…' : ''}`;
  return /[`|<]|^ | $/.test(visible) ? `<code>${characterReferences(visible)}</code>` : `\`${visible}\``;
}

function characterReferences(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,…]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/**
 * Lines of a script. The fence is longer than any row of backticks in them. A script that may hold an element is written
 * as HTML.
 */
function codeBlock(lines: readonly string[]): string {
  if (lines.some((each) => each.includes('<'))) {
    return `<pre>${lines.join('\n').replace(/[&<>]/g, characterReferences)}</pre>`;
  }
  const rows = lines.flatMap((each) => each.match(/`+/g) ?? []);
  const fence = '`'.repeat(Math.max(3, ...rows.map(({ length }) => length + 1)));
  return [`${fence}sh`, ...lines, fence].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[], size: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const { shown, left } = fitLines(rows.map(line), size);
  const lines = [line(head), line(head.map(() => '---')), ...shown];
  return `${lines.join('\n')}${leftOutNote(left)}`;
}

function list(items: readonly string[], size: number): string {
  const { shown, left } = fitLines(
    items.map((item) => `- ${item}`),
    size,
  );
  return `${shown.join('\n')}${leftOutNote(left)}`;
}

/** The first lines, as many as fit into `size` characters. */
function fitLines(lines: readonly string[], size: number): { shown: string[]; left: number } {
  let room = size;
  const end = lines.findIndex((line) => {
    room -= line.length;
    return room < 0;
  });
  const shown = end < 0 ? [...lines] : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}

function leftOutNote(left: number): string {
  return left > 0 ? `\n\n… and ${left} more in ${fileNames.html}` : '';
}

import type { ClauseId } from '../../contracts/clauses';
import { alignTable } from '../../contracts/text/markdown-table';
import type { ImplementationRun } from '../../reports/result/implementations';

/** An implementation with its runs, one a profile. */
export interface Column {
  readonly name: string;
  readonly runs: readonly ImplementationRun[];
}

export function hasFailed(runs: readonly ImplementationRun[], id: ClauseId): boolean {
  return runs.some((run) => run.clauses[id] === 'failed');
}

const signs: Readonly<Record<string, string>> = { passed: '✓', failed: '✗', 'not tested': '?' };

function signOf(run: ImplementationRun, id: ClauseId): string {
  const verdict = run.clauses[id];
  return verdict === undefined ? '—' : (signs[verdict] ?? '○');
}

export function describeVerdicts({ runs }: Column, id: ClauseId): string {
  const shown = new Set(runs.map((run) => signOf(run, id)));
  return shown.size === 1 ? [...shown].join('') : runs.map((run) => `${signOf(run, id)} ${run.profile}`).join(', ');
}

export function describeReadings({ runs }: Column, id: ClauseId): string {
  const readings = runs.flatMap((run) => /^open: (.*)$/s.exec(run.clauses[id] ?? '')?.[1] ?? []);
  return [...new Set(readings)].join('; ');
}

export function shortName(name: string): string {
  return name.replace(/^(OpenStack|the) /, '');
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return alignTable([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}

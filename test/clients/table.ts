import { alignTable } from '../../contracts/text/markdown-table';

/** A table of a page. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return alignTable([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}

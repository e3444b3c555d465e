/** A Markdown table with aligned columns. */
export function alignTable(table: string): string {
  const rows = table.split('\n').map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const widths = rows[0]?.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  // The second row is the line below the header.
  const ruled = rows.map((cells, row) => (row === 1 ? widths.map((width) => '-'.repeat(width)) : cells));
  const width = (column: number) => widths[column] ?? 0;
  return ruled.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(width(column))).join(' | ')} |`).join('\n');
}

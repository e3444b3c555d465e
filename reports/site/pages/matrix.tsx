import type { VNode } from 'preact';

interface MatrixProps<Row> {
  /** The name of the whole table. */
  readonly label: string;
  readonly className?: string;
  readonly rows: readonly Row[];
  /** The rows of the head. */
  readonly head: () => VNode;
  readonly row: (row: Row) => VNode;
}

/** A browser lays a table out as a whole. It lays out only those of these groups that are on the screen. */
const rowsOfGroup = 50;

/** A table that scrolls by itself. Its groups of rows are tables with the same columns, so that a long one opens quickly. */
export function Matrix<Row>({ label, className = '', rows, head, row }: MatrixProps<Row>) {
  const starts = Array.from({ length: Math.ceil(rows.length / rowsOfGroup) }, (_, group) => group * rowsOfGroup);
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {starts.map((start) => {
        const own = rows.slice(start, start + rowsOfGroup);
        return (
          <div class="group">
            <table class={`matrix ${className}`} aria-label={`${label}, ${start + 1} to ${start + own.length}`}>
              <thead>{head()}</thead>
              <tbody>{own.map(row)}</tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

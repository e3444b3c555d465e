import { escapeInvisible } from '../contracts/text/escape-invisible';
import { truncate } from '../contracts/text/truncate';

/** Of one text, in characters. */
const most = 300;

/** Text of the suite's own, in a cell of a table. */
export function prose(text: string): string {
  return text.replaceAll('|', '\\|');
}

/**
 * Text that may have come from the target. As character references nothing in it is Markdown or HTML, nor a link, nor
 * mentions anybody, and as HTML's `code` it may hold backticks.
 */
export function code(text: string): string {
  const { text: shown, left } = truncate(text, most);
  return text === '' ? '' : `<code>${escaped(escapeInvisible(shown))}${left > 0 ? '…' : ''}</code>`;
}

/** Lines as they are, with nothing in them that Markdown or HTML would take for its own. */
export function pre(text: string): string {
  return `<pre>${escaped(text)}</pre>`;
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,\n]/gu, (character) => `&#${character.codePointAt(0)};`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[], size: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const { shown, left } = fitting(rows.map(line), size);
  const lines = [line(head), line(head.map(() => '---')), ...shown];
  return `${lines.join('\n')}${more(left)}`;
}

export function list(items: readonly string[], size: number): string {
  const { shown, left } = fitting(
    items.map((item) => `- ${item}`),
    size,
  );
  return `${shown.join('\n')}${more(left)}`;
}

/** As many of these from the first on as fit into so many characters. */
export function fitting(lines: readonly string[], size: number): { shown: string[]; left: number } {
  let room = size;
  const end = lines.findIndex((line) => {
    room -= line.length;
    return room < 0;
  });
  const shown = end < 0 ? [...lines] : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}

function more(left: number): string {
  return left > 0 ? `\n\n… and ${left} more in report.html` : '';
}

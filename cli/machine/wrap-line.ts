import { ownCommand } from './own-command';

/** Spaces before a further line of a text without a label. */
const plainIndent = 2;

/** Columns that a text beside its label must have at least. */
const minTextWidth = 20;

/**
 * Breaks a line at its spaces, for a terminal. Further lines begin below the text, which follows an indentation, a bullet
 * or columns of a table. A word stays whole, so that a URL can be copied; so does a command of this suite.
 */
export function wrapLine(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const [label = ''] = /^(?:.{0,44}\s{2,}|\s*)(?:- )?(?=\S)/.exec(line) ?? [];
  const isTooLong = label.length > columns - minTextWidth;
  const indent = ' '.repeat(isTooLong ? plainIndent : label.length || plainIndent);
  const lines: string[] = [];
  let current = label;
  let isEmpty = true;
  for (const word of wordsOf(line.slice(label.length))) {
    if (!isEmpty && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = indent;
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current];
}

function wordsOf(text: string): string[] {
  const command = ownCommand();
  const place = text.indexOf(command);
  if (place < 0) return text.split(/\s+/).filter((word) => word !== '');
  const [whole] = /^[^;,]*/.exec(text.slice(place + command.length)) ?? [''];
  const end = place + command.length + whole.length;
  const [after = '', ...rest] = text.slice(end).split(/(?<=^[;,])/);
  return [...wordsOf(text.slice(0, place)), `${text.slice(place, end)}${after}`, ...wordsOf(rest.join(''))];
}

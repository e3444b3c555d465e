import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';

/** Characters of one text; result.json has all of it. */
const maxTextLength = 300;

/** Columns where the output is no terminal. */
export const defaultWidth = 80;

/** A truncated text after its label. Further lines begin in the column of the text. */
export function labelledLines(label: string, text: string, width: number): string[] {
  const lines = wrapText(shorten(text), width - label.length);
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}

/** The beginning of a long text, with the number of characters left out. The notice is never longer than these. */
function shorten(text: string): string {
  const { text: shown, left } = truncate(text, maxTextLength);
  const notice = `… (${left} more characters in result.json)`;
  return left <= notice.length ? escapeInvisible(text) : `${escapeInvisible(shown)}${notice}`;
}

/** Columns. A longer word is broken: a map in JSON may have no space. */
const minWidth = 20;

/**
 * Breaks a text into lines of at most `width` characters, at spaces where possible. A break within a word loses no
 * character.
 */
export function wrapText(text: string, width: number): string[] {
  const size = Math.max(width, minWidth);
  const lines: string[] = [];
  let rest = Array.from(text);
  while (rest.length > size) {
    const space = rest.slice(0, size + 1).lastIndexOf(' ');
    const isWhole = space > size / 2;
    lines.push(rest.slice(0, isWhole ? space : size).join(''));
    rest = rest.slice(isWhole ? space + 1 : size);
  }
  return [...lines, rest.join('')];
}

import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';

/** Of one text on the console; result.json has all of it. */
const maxTextLength = 300;

/** Columns of a terminal that does not say, and of a file. */
export const defaultWidth = 80;

/** A sentence of a report on the console: after its label, clipped, in lines that begin where the first one does. */
export function labelledLines(label: string, text: string, width: number): string[] {
  const { text: shown, left } = truncate(text, maxTextLength);
  const more = left > 0 ? `… (${left} more characters in result.json)` : '';
  const lines = wrapText(`${escapeInvisible(shown)}${more}`, width - label.length);
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}

/** What is longer is broken within a word: a map in JSON may hold no space at all. */
const minWidth = 20;

/**
 * Breaks a text into lines of at most so many characters, at spaces where there are any. A line that is broken within a
 * word loses nothing.
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

import { escapeInvisible } from '../contracts/text/escape-invisible';
import { truncate } from '../contracts/text/truncate';
import { wrap } from './wrap';

/** Of one text on the console; result.json has all of it. */
const most = 300;

/** Columns of a terminal that does not say, and of a file. */
export const usualWidth = 80;

/** A sentence of a report on the console: after its label, clipped, in lines that begin where the first one does. */
export function labelled(label: string, text: string, width: number): string[] {
  const { text: shown, left } = truncate(text, most);
  const more = left > 0 ? `… (${left} more characters in result.json)` : '';
  const lines = wrap(`${escapeInvisible(shown)}${more}`, width - label.length);
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}

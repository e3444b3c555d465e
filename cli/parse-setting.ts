import { ranges, rangeWords } from './ranges';
import type { Setting } from './settings/setting';
import { UsageError } from './usage-error';

/**
 * Reads the text of a flag or a variable. An empty one is refused: most often it is a variable that is not set, and
 * whatever it should have said would be lost without a word. `where` names it in the complaint.
 *
 * @throws {UsageError}
 */
export function parseSetting({ kind, argument }: Setting, text: string, where: string): unknown {
  const mend = where.startsWith('--') ? 'leave it out' : 'unset it';
  const empty = () =>
    new UsageError(`${where} is empty: give ${argument === undefined ? 'true or false' : 'a value'}, or ${mend}`);
  if (text.trim() === '') throw empty();
  if (kind === 'text') return text;
  if (kind === 'list') {
    const items = text.split(',').map((item) => item.trim());
    const given = items.filter((item) => item !== '');
    if (given.length === 0) throw empty();
    return given;
  }
  if (kind === 'switch') return parseSwitch(text, where);
  const number = Number(text);
  const isCount = kind === 'count' && Number.isInteger(number) && number >= -1;
  const isWhole = kind === 'whole' && Number.isSafeInteger(number) && number >= 0;
  const range = ranges[kind];
  const isInRange = range !== undefined && number >= range.minimum && number <= range.maximum;
  if (isCount || isWhole || isInRange) return number;
  const words = range === undefined ? '' : ` ${rangeWords(range)}`;
  throw new UsageError(`${where} is ${JSON.stringify(text)}: give ${wanted[kind]}${words}`);
}

const wanted = {
  count: 'a whole number, or -1',
  whole: 'a whole number from 0 on',
  seconds: 'a number of seconds',
  number: 'a number',
};

function parseSwitch(text: string, where: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new UsageError(`${where} is ${JSON.stringify(text)}: give true or false`);
}

import type { Setting } from './settings/setting';
import { UsageError } from './usage-error';

/** Reads the text of a flag or a variable. `where` names it in the complaint. */
export function parseSetting({ kind, argument }: Setting, text: string, where: string): unknown {
  if (kind === 'text') {
    if (text === '') throw new UsageError(`${where} is empty: give a ${argument}, or leave it out`);
    return text;
  }
  if (kind === 'list')
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  if (kind === 'switch') return parseSwitch(text, where);
  const number = Number(text);
  const isCount = kind === 'count' && Number.isInteger(number) && number >= -1;
  const isWhole = kind === 'whole' && Number.isSafeInteger(number) && number >= 0;
  const isSeconds = (kind === 'seconds' || kind === 'number') && number > 0 && Number.isFinite(number);
  if (text.trim() !== '' && (isCount || isWhole || isSeconds)) return number;
  throw new UsageError(`${where} is ${JSON.stringify(text)}: give ${wanted[kind]}`);
}

const wanted = {
  count: 'a whole number, or -1',
  whole: 'a whole number from 0 on',
  seconds: 'a number of seconds',
  number: 'a number above 0',
};

function parseSwitch(text: string, where: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)?$/i.test(text)) return false;
  throw new UsageError(`${where} is ${JSON.stringify(text)}: give true or false`);
}

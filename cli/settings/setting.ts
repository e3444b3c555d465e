import { ConfigurationError } from '../machine/configuration-error';

/** How the text of a flag, a variable or a member of the config file is read. */
export type SettingKind = 'text' | 'list' | 'switch' | 'seconds' | 'number' | 'count' | 'whole';

export interface SettingDefinition {
  /** The member of the config file; the flag is the same in kebab case. */
  readonly name: string;
  readonly kind: SettingKind;
  readonly argument?: string;
  readonly env: string;
  readonly description: string;
}

/**
 * Reads the text of a flag or a variable. An empty one is refused: most often it is a variable that is not set, and
 * whatever it should have said would be lost without a word. `where` names it in the complaint.
 *
 * @throws {ConfigurationError}
 */
export function parseSetting({ kind, argument }: SettingDefinition, text: string, where: string): unknown {
  const mend = where.startsWith('--') ? 'leave it out' : 'unset it';
  const empty = () =>
    new ConfigurationError(
      `${where} is empty: give ${argument === undefined ? 'true or false' : 'a value'}, or ${mend}`,
    );
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
  const words = range === undefined ? '' : ` ${formatRange(range)}`;
  throw new ConfigurationError(`${where} is ${JSON.stringify(text)}: give ${expectedByKind[kind]}${words}`);
}

const expectedByKind = {
  count: 'a whole number, or -1',
  whole: 'a whole number from 0 on',
  seconds: 'a number of seconds',
  number: 'a number',
};

function parseSwitch(text: string, where: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new ConfigurationError(`${where} is ${JSON.stringify(text)}: give true or false`);
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * What may be waited for: Node's timers end at once where they are set for longer than 24.8 days, which also bounds the
 * pause that a rate makes between two requests.
 */
export const ranges: Readonly<Partial<Record<SettingKind, Range>>> = {
  seconds: { minimum: 0.001, maximum: 86_400 },
  number: { minimum: 0.001, maximum: 1_000_000 },
};

/** As in `from 0.001 to 86,400`. */
export function formatRange({ minimum, maximum }: Range): string {
  return `from ${minimum} to ${maximum.toLocaleString('en')}`;
}

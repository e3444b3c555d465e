import { ConfigurationError } from '../../targets/errors';

/** The type of a setting. */
export type SettingKind = 'text' | 'list' | 'switch' | 'seconds' | 'number' | 'count' | 'whole';

/** The commands that reach a target. */
export const everyCommand = ['run', 'plan', 'doctor', 'restore', 'certify', 'contract verify'] as const;

/** The commands that take settings. */
export type CommandName = (typeof everyCommand)[number] | 'merge';

/** A journal names the target and its servers: `restore` takes neither. */
export const targetCommands = ['run', 'plan', 'doctor', 'certify', 'contract verify'] as const;

/** The commands that change servers and write into a folder. */
export const changingCommands = ['run', 'certify', 'contract verify'] as const;

/** Reasons of `fixedBy`. */
export const theEdition = 'the edition decides it';
export const theComparison = 'it has no meaning in a comparison of two targets';

export type SettingGroup = 'target' | 'run' | 'output' | 'comparison' | 'vm_states' | 'second project' | 'connection';

/**
 * One setting: a flag, a variable and a member of the config file. A flag of another command is an unknown option. A
 * variable or a member of another command is ignored: one environment and one file serve all commands.
 */
export interface SettingDefinition {
  /** The member of the config file; the flag is the same in kebab case. */
  readonly name: string;
  readonly kind: SettingKind;
  readonly argument?: string;
  readonly env: string;
  readonly group: SettingGroup;
  /** The commands that read it. */
  readonly commands: readonly CommandName[];
  /** Why it cannot be given to `certify`, or beside `--against`: from any source it is a ConfigurationError. */
  readonly fixedBy?: { readonly certify?: string; readonly against?: string };
  /** The setting that cannot be given beside it. */
  readonly excludes?: 'quiet';
  /** Of a whole number (default: 0). */
  readonly minimum?: number;
  /** The value of the flag where it has no argument. */
  readonly bare?: string;
  /** The setting without which it has no meaning. */
  readonly needs?: 'createServers' | 'against' | 'list';
  /** The embedded endpoint has its own: it cannot be given for it. */
  readonly embeddedHasOwn?: true;
  readonly description: string;
  /** The effect of `--no-…`, for a switch that has it. */
  readonly negation?: string;
}

/**
 * Reads the text of a flag or a variable.
 *
 * @param where the flag or the variable, for the message of an error.
 * @throws {ConfigurationError} for a wrong text, and for an empty one: mostly it comes from a variable that is not set.
 */
export function parseSetting({ kind, argument, minimum = 0 }: SettingDefinition, text: string, where: string): unknown {
  const remedy = where.startsWith('--') ? 'leave it out' : 'unset it';
  const empty = () =>
    new ConfigurationError(
      `${where} is empty: give ${argument === undefined ? 'true or false' : 'a value'}, or ${remedy}`,
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
  const isWhole = kind === 'whole' && Number.isSafeInteger(number) && number >= minimum;
  const range = ranges[kind];
  const isInRange = range !== undefined && number >= range.minimum && number <= range.maximum;
  if (isCount || isWhole || isInRange) return number;
  const words = range === undefined ? '' : ` ${formatRange(range)}`;
  throw new ConfigurationError(
    `${where} is ${JSON.stringify(text)}: give ${kind === 'whole' ? `a whole number from ${minimum} on` : `${expectedByKind[kind]}${words}`}`,
  );
}

const expectedByKind = {
  count: 'a whole number, or -1',
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

/** A timer of Node ends at once when it is longer than 24.8 days. That limits every wait, also the one of a rate. */
export const ranges: Readonly<Partial<Record<SettingKind, Range>>> = {
  seconds: { minimum: 0.001, maximum: 86_400 },
  number: { minimum: 0.001, maximum: 1_000_000 },
};

/** Such as `from 0.001 to 86,400`. */
export function formatRange({ minimum, maximum }: Range): string {
  return `from ${minimum} to ${maximum.toLocaleString('en')}`;
}

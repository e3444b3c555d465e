import { comparisonSettings } from './definitions/comparison';
import { connectionSettings } from './definitions/connection';
import { fleetSettings } from './definitions/fleet';
import { outputSettings } from './definitions/output';
import { runSettings } from './definitions/run';
import { secondProjectSettings } from './definitions/second-project';
import { targetSettings } from './definitions/target';
import { vmStateSettings } from './definitions/vm-states';
import type { CommandName, SettingDefinition, SettingKind } from './setting';

/** Every setting. Flags, variables, config file, help and documentation are made from this list. */
export const settingDefinitions = [
  ...targetSettings,
  ...runSettings,
  ...fleetSettings,
  ...outputSettings,
  ...comparisonSettings,
  ...vmStateSettings,
  ...secondProjectSettings,
  ...connectionSettings,
] as const satisfies readonly SettingDefinition[];

export type SettingName = (typeof settingDefinitions)[number]['name'];

type Value<Kind extends SettingKind> = Kind extends 'list'
  ? readonly string[]
  : Kind extends 'switch'
    ? boolean
    : Kind extends 'seconds' | 'number' | 'count' | 'whole'
      ? number
      : string;

/** The settings that the user gave, from any source. */
export type Settings = {
  readonly [Each in (typeof settingDefinitions)[number] as Each['name']]?: Value<Each['kind']> | undefined;
} & {
  /** Where the user gave a setting that describes a target: `--yes`, `ECS_METADATA_SERVER_ID`, `token in config.yaml`. */
  readonly describedBy?: string | undefined;
  /** No variable is read, not even those of proxies. */
  readonly ignoresVariables?: boolean | undefined;
};

/** The folder for reports and journal without `--out`. */
export const defaultFolder = 'conformance-report';

/** The settings that a command reads, in the order of its help. */
export function settingsOf(command: CommandName): readonly SettingDefinition[] {
  return (settingDefinitions as readonly SettingDefinition[]).filter(({ commands }) => commands.includes(command));
}

/** The argument of a flag as the help shows it: `<url>`, or `[n]` where it may be left out. */
export function argumentOf({ argument, bare }: SettingDefinition): string {
  return bare === undefined ? `<${argument}>` : `[${argument}]`;
}

export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

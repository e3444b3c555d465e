import { comparisonSettings, runSettings } from './run-settings';
import type { SettingDefinition, SettingKind } from './setting';
import { connectionSettings, otherProjectSettings, targetSettings, vmStateSettings } from './target-settings';

/** Every setting of `run`. Flag, environment and file, help and docs are all made from this list. */
export const settingDefinitions = [
  ...targetSettings,
  ...runSettings,
  ...comparisonSettings,
  ...vmStateSettings,
  ...otherProjectSettings,
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

/** What the user gave, from wherever it came. */
export type Settings = {
  readonly [Each in (typeof settingDefinitions)[number] as Each['name']]?: Value<Each['kind']> | undefined;
} & {
  /** Where the user gave something that belongs to a target: `--yes`, `ECS_METADATA_SERVER_ID`, a member of a file. */
  readonly describedBy?: string | undefined;
};

export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

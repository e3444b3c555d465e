import { comparisonSettings } from './settings/comparison-settings';
import { connectionSettings } from './settings/connection-settings';
import { otherProjectSettings } from './settings/other-project-settings';
import { runSettings } from './settings/run-settings';
import type { Setting, SettingKind } from './settings/setting';
import { targetSettings } from './settings/target-settings';
import { vmStateSettings } from './settings/vm-state-settings';

/** Every setting of `run`. Flag, environment and file, help and docs are all made from this list. */
export const settings = [
  ...targetSettings,
  ...runSettings,
  ...comparisonSettings,
  ...vmStateSettings,
  ...otherProjectSettings,
  ...connectionSettings,
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

type Value<Kind extends SettingKind> = Kind extends 'list'
  ? readonly string[]
  : Kind extends 'switch'
    ? boolean
    : Kind extends 'seconds' | 'number' | 'count' | 'whole'
      ? number
      : string;

/** What the user gave, from wherever it came. */
export type Given = {
  readonly [Each in (typeof settings)[number] as Each['name']]?: Value<Each['kind']> | undefined;
} & {
  /** Where the user gave something that belongs to a target: `--yes`, `ECS_METADATA_SERVER_ID`, a member of a file. */
  readonly describedBy?: string | undefined;
};

export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

import { ConfigurationError } from '../../targets/errors';
import type { SettingDefinition } from '../settings/setting';
import { flagName, type SettingName, type Settings, settingDefinitions } from '../settings/settings';

/** The value of `--target` for the embedded endpoint. */
export const embeddedName = 'embedded';

/** The settings that the embedded endpoint has itself. */
const embeddedParts = (settingDefinitions as readonly SettingDefinition[])
  .filter(({ embeddedHasOwn }) => embeddedHasOwn)
  .map(({ name }) => name as SettingName);

/** The embedded endpoint is the target when no target is named, or this one. */
export function isEmbedded({ target }: Settings): boolean {
  return target === undefined || target === embeddedName;
}

/**
 * Refuses the embedded endpoint when the settings describe another target without naming it. The embedded endpoint
 * conforms: the run would be green, and say nothing about the target of the user.
 *
 * @throws {ConfigurationError}
 */
export function validateSettings(settings: Settings): void {
  if (!isEmbedded(settings)) return;
  const part = embeddedParts.find((name) => settings[name] !== undefined);
  const described = settings.describedBy ?? (part === undefined ? undefined : flagName(part));
  if (settings.target === undefined && described !== undefined) {
    throw new ConfigurationError(
      `${described} is given without a target: give --target or --os-cloud, or --target ${embeddedName} for the embedded endpoint`,
    );
  }
  if (part === undefined) return;
  throw new ConfigurationError(
    `${flagName(part)} cannot be used with the target ${embeddedName}, which has its own servers and projects: leave one of them out`,
  );
}

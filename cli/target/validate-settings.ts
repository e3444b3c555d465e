import { ConfigurationError } from '../machine/configuration-error';
import { flagName, type Settings } from '../settings/settings';

/** The word that names the embedded endpoint as the target. */
export const embeddedName = 'embedded';

/** Parts of a target that the embedded endpoint brings along itself. */
const partsOfTarget = [
  'serverId',
  'vmState',
  'vmStateHook',
  'otherCloud',
  'otherProjectId',
  'otherToken',
  'otherServerId',
  'createServers',
] as const;

const partsOfSecondTarget = ['againstProjectId', 'againstServerId', 'againstToken'] as const;

/** Whether the embedded endpoint is examined: no target is named, or this one. */
export function isEmbedded({ target }: Settings): boolean {
  return target === undefined || target === embeddedName;
}

/**
 * Refuses to examine the embedded endpoint in place of one that the user has described but forgot to name: it conforms,
 * so that the run would be green without a word about the user's own.
 *
 * @throws {ConfigurationError}
 */
export function validateSettings(settings: Settings): void {
  const second = partsOfSecondTarget.find((name) => settings[name] !== undefined);
  if (settings.against === undefined && second !== undefined) {
    throw new ConfigurationError(
      `${flagName(second)} is given, but no second target: name it with --against, or leave this out`,
    );
  }
  if (!isEmbedded(settings)) return;
  const part = partsOfTarget.find((name) => settings[name] !== undefined);
  const described = settings.describedBy ?? (part === undefined ? undefined : flagName(part));
  if (settings.target === undefined && described !== undefined) {
    throw new ConfigurationError(
      `${described} is given, but no target: name it with --target or --os-cloud, or name the embedded endpoint with --target ${embeddedName}`,
    );
  }
  if (part === undefined) return;
  throw new ConfigurationError(
    `${flagName(part)} is given, but the target is ${embeddedName}, which has servers and projects of its own: leave one of them out`,
  );
}

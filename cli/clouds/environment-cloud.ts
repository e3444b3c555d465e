import type { RawCloud } from './raw-cloud';

/** The name of the cloud that the environment describes, where nobody gives it another. */
export const environmentName = 'envvars';

/** Variables that tell which cloud is meant, and nothing of it. */
const selectors = /^OS_(CLOUD|CLOUD_NAME|CLIENT_CONFIG_FILE|CLIENT_SECURE_FILE)$/;

/** The cloud that `OS_AUTH_URL` and the other variables describe; undefined where they do not. */
export function environmentCloud(environment: NodeJS.ProcessEnv): RawCloud | undefined {
  if (!environment.OS_AUTH_URL && !environment.OS_ENDPOINT) return undefined;
  const members = Object.entries(environment)
    .filter(([name, value]) => name.startsWith('OS_') && !selectors.test(name) && value !== '')
    .map(([name, value]) => [name.slice('OS_'.length).toLowerCase(), value]);
  return Object.fromEntries(members);
}

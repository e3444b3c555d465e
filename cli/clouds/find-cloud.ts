import { UsageError } from '../usage-error';
import { configFolders } from './config-paths';
import { environmentCloud, environmentName } from './environment-cloud';
import { knownClouds } from './known-clouds';
import type { RawCloud } from './raw-cloud';

export interface FoundCloud {
  /** As a complaint calls it. */
  readonly name: string;
  readonly raw: RawCloud;
}

/**
 * The cloud of this name.
 *
 * @throws {UsageError} where there is none.
 */
export function findCloud(name: string, environment: NodeJS.ProcessEnv): FoundCloud {
  const described = environmentCloud(environment);
  if (described !== undefined && name === (environment.OS_CLOUD_NAME || environmentName))
    return ofEnvironment(described);
  const { path, clouds } = knownClouds(environment);
  const raw = Object.hasOwn(clouds, name) ? clouds[name] : undefined;
  if (raw !== undefined) return { name: `cloud ${name}`, raw: withSecrets(raw, environment) };
  const names = Object.keys(clouds);
  if (path === undefined) {
    const places = configFolders(environment).join(', ');
    throw new UsageError(
      `there is no cloud ${name}, as there is no clouds.yaml in ${places}: name it with OS_CLIENT_CONFIG_FILE`,
    );
  }
  const mend = names.length === 0 ? 'it holds none' : `there are ${names.join(', ')}`;
  throw new UsageError(`there is no cloud ${name} in ${path}: ${mend}`);
}

/** The cloud that is meant where none is named: the environment's, else the only one. */
export function onlyCloud(environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  const described = environmentCloud(environment);
  if (described !== undefined) return ofEnvironment(described);
  const [name, ...others] = Object.keys(knownClouds(environment).clouds);
  return name === undefined || others.length > 0 ? undefined : findCloud(name, environment);
}

function ofEnvironment(raw: RawCloud): FoundCloud {
  return { name: 'the cloud of the environment (OS_AUTH_URL)', raw };
}

/** A secret that no file holds may come from the environment, and nothing else. */
function withSecrets(raw: RawCloud, { OS_PASSWORD, OS_APPLICATION_CREDENTIAL_SECRET }: NodeJS.ProcessEnv): RawCloud {
  return {
    ...(OS_PASSWORD ? { password: OS_PASSWORD } : {}),
    ...(OS_APPLICATION_CREDENTIAL_SECRET ? { application_credential_secret: OS_APPLICATION_CREDENTIAL_SECRET } : {}),
    ...raw,
  };
}

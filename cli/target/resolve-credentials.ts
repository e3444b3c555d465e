import { ConfigurationError } from '../../targets/errors';
import type { TokenProvider } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import type { Machine } from '../machine/machine';
import type { Settings } from '../settings/settings';
import { type Cloud, parseCloud } from './cloud';
import { type FoundCloud, findCloud, findOnlyCloud } from './clouds-yaml';
import { buildConnection } from './connection';
import { type SignedIn, signIn } from './sign-in';
import { embeddedName } from './validate-settings';

/** Settings with their clouds resolved, and the providers of new tokens. */
export type ResolvedSettings = Settings & {
  readonly identity?: TokenProvider;
  readonly otherIdentity?: TokenProvider;
};

/**
 * Adds target, project and token of the clouds. The settings of the user take precedence.
 *
 * @throws {ConfigurationError} for an unknown or incomplete cloud.
 * @throws {TargetUnavailableError} when Keystone sends no response.
 */
export async function resolveCredentials(settings: Settings, machine: Machine): Promise<ResolvedSettings> {
  // The embedded endpoint needs no cloud.
  if (settings.target === embeddedName) return settings;
  const own = await resolveOwnCloud(settings, machine);
  const all = own.otherCloud === undefined ? own : await resolveSecondCloud(own, own.otherCloud, machine);
  if (all.insecure === true && all.target !== undefined) {
    machine.console.err(
      'warning: certificates are not checked (--insecure): someone between here and the target can read the token',
    );
  }
  return all;
}

async function resolveOwnCloud(given: Settings, { environment, network }: Machine): Promise<ResolvedSettings> {
  const found = selectCloud(given, environment);
  if (found === undefined) return given;
  if (!hasServers(given)) {
    throw new ConfigurationError(
      `${found.name} is given without a server: give at least one with --server-id, or let the run create some with --create-servers; for the embedded endpoint leave out the cloud (--os-cloud, OS_CLOUD)`,
    );
  }
  const cloud = parseCloud(found, given.region, given.interface);
  const settings = withTlsOf(given, cloud);
  const { token, identity, projectId, url } = await signInWith(
    cloud,
    settings,
    given.projectId,
    given.target === undefined,
    network,
  );
  return {
    ...settings,
    target: given.target ?? url,
    projectId: given.projectId ?? projectId,
    token: given.token ?? token,
    ...(given.token === undefined && identity !== undefined ? { identity } : {}),
  };
}

/** The second project may be in another cloud of the file; its server is on the same target. */
async function resolveSecondCloud(
  settings: ResolvedSettings,
  name: string,
  { environment, network }: Machine,
): Promise<ResolvedSettings> {
  const { otherProjectId, otherToken } = settings;
  if (settings.otherServerId === undefined) {
    throw new ConfigurationError('--other-cloud is given without a server: give an active one with --other-server-id');
  }
  const cloud = parseCloud(findCloud(name, environment), settings.region, settings.interface);
  const { token, identity, projectId } = await signInWith(
    cloud,
    withTlsOf(settings, cloud),
    otherProjectId,
    false,
    network,
  );
  return {
    ...settings,
    otherProjectId: otherProjectId ?? projectId,
    otherToken: otherToken ?? token,
    ...(otherToken === undefined && identity !== undefined ? { otherIdentity: identity } : {}),
  };
}

/** The cloud to use; undefined when target, project and token are given. */
function selectCloud(settings: Settings, environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  const { target, projectId, token, osCloud } = settings;
  if (target !== undefined && projectId !== undefined && token !== undefined) return undefined;
  if (osCloud !== undefined) return findCloud(osCloud, environment);
  // The token of the only cloud in a file must not be sent to another address.
  if (target !== undefined) return token === undefined ? fromEnvironment(environment) : undefined;
  return hasServers(settings) ? findOnlyCloud(environment) : undefined;
}

function fromEnvironment(environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  return environment.OS_AUTH_URL ? findOnlyCloud(environment) : undefined;
}

function hasServers({ serverId = [], createServers = 0 }: Settings): boolean {
  return serverId.length > 0 || createServers > 0;
}

/** The TLS settings of the user take precedence over those of the cloud. */
function withTlsOf(settings: Settings, { cacert, cert, key, insecure }: Cloud): Settings {
  const isOwn = settings.clientCert !== undefined;
  return {
    ...settings,
    cacert: settings.cacert ?? cacert,
    clientCert: settings.clientCert ?? cert,
    clientKey: settings.clientKey ?? (isOwn ? undefined : key),
    insecure: settings.insecure ?? insecure,
  };
}

function signInWith(
  cloud: Cloud,
  settings: Settings,
  projectId: string | undefined,
  withEndpoint: boolean,
  network: Network,
): Promise<SignedIn> {
  const timeout = (settings.timeout ?? 30) * 1_000;
  const { ignoresVariables } = settings;
  const connection = buildConnection(settings);
  return signIn(cloud, { projectId, withEndpoint, connection, network, timeout, ignoresVariables });
}

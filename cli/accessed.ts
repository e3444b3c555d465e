import type { TokenProvider } from '../targets/http/target';
import type { Network } from '../targets/http/transport';
import { type Cloud, cloudOf } from './clouds/cloud';
import { type FoundCloud, findCloud, onlyCloud } from './clouds/find-cloud';
import { type SignedIn, signIn } from './clouds/sign-in';
import { connectionOf } from './connection-of';
import type { Machine } from './machine/machine';
import { embeddedTarget } from './refuse-without-target';
import type { Given } from './settings';
import { UsageError } from './usage-error';

/** What the user gave, and whoever gets the tokens for it. */
export type Accessed = Given & {
  readonly identity?: TokenProvider;
  readonly otherIdentity?: TokenProvider;
};

/**
 * Adds what the user's clouds say to what the user gave, which goes before it.
 *
 * @throws {UsageError} for a cloud that is not there, or is not described well enough.
 * @throws {TargetTrouble} where its Keystone does not answer.
 */
export async function accessed(given: Given, machine: Machine): Promise<Accessed> {
  // No cloud is asked for what the embedded endpoint brings along.
  if (given.target === embeddedTarget) return given;
  const own = await ofOwnCloud(given, machine);
  const all = own.otherCloud === undefined ? own : await ofOtherCloud(own, own.otherCloud, machine);
  if (all.insecure === true && all.target !== undefined) {
    machine.console.err(
      'warning: certificates are not checked (--insecure), so whoever is in between may read the token',
    );
  }
  return all;
}

async function ofOwnCloud(given: Given, { environment, network }: Machine): Promise<Accessed> {
  const found = meant(given, environment);
  if (found === undefined) return given;
  if (!hasServers(given)) {
    throw new UsageError(
      `${found.name} is named, but no server: give at least one with --server-id, or have some made (--create-servers); for the embedded endpoint leave out the cloud (--os-cloud, OS_CLOUD)`,
    );
  }
  const cloud = cloudOf(found, given.region, given.interface);
  const settings = connected(given, cloud);
  const { token, identity, projectId, url } = await signedIn(
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

/** The second project may be of another cloud of the file, but its servers are on the same target. */
async function ofOtherCloud(given: Accessed, name: string, { environment, network }: Machine): Promise<Accessed> {
  const { otherProjectId, otherToken } = given;
  if (given.otherServerId === undefined) {
    throw new UsageError('--other-cloud needs a server of it: give an active one with --other-server-id');
  }
  const cloud = cloudOf(findCloud(name, environment), given.region, given.interface);
  const { token, identity, projectId } = await signedIn(cloud, connected(given, cloud), otherProjectId, false, network);
  return {
    ...given,
    otherProjectId: otherProjectId ?? projectId,
    otherToken: otherToken ?? token,
    ...(otherToken === undefined && identity !== undefined ? { otherIdentity: identity } : {}),
  };
}

/** The cloud that the user means, if any: who gives everything himself means none. */
function meant(given: Given, environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  const { target, projectId, token, osCloud } = given;
  if (target !== undefined && projectId !== undefined && token !== undefined) return undefined;
  if (osCloud !== undefined) return findCloud(osCloud, environment);
  // A token of the only cloud in a file goes to no address that is not that cloud's.
  if (target !== undefined) return token === undefined ? fromEnvironment(environment) : undefined;
  return hasServers(given) ? onlyCloud(environment) : undefined;
}

function fromEnvironment(environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  return environment.OS_AUTH_URL ? onlyCloud(environment) : undefined;
}

function hasServers({ serverId = [], createServers = 0 }: Given): boolean {
  return serverId.length > 0 || createServers > 0;
}

/** What the user says of the way goes before what the cloud says of it. */
function connected(given: Given, { cacert, cert, key, insecure }: Cloud): Given {
  const isOwn = given.clientCert !== undefined;
  return {
    ...given,
    cacert: given.cacert ?? cacert,
    clientCert: given.clientCert ?? cert,
    clientKey: given.clientKey ?? (isOwn ? undefined : key),
    insecure: given.insecure ?? insecure,
  };
}

function signedIn(
  cloud: Cloud,
  given: Given,
  projectId: string | undefined,
  withEndpoint: boolean,
  network: Network,
): Promise<SignedIn> {
  const timeout = (given.timeout ?? 30) * 1_000;
  return signIn(cloud, { projectId, withEndpoint, connection: connectionOf(given), network, timeout });
}

import type { Connection } from '../../targets/http/agent';
import type { TokenProvider } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import { baseUrlOf } from '../../targets/identity/issued-token';
import { AuthenticationError, Keystone } from '../../targets/identity/keystone';
import { KeystoneTokenProvider } from '../../targets/identity/keystone-token-provider';
import { knowIdentity, knowValues } from '../known-secrets';
import { proxyFor } from '../proxy-for';
import { UsageError } from '../usage-error';
import { chosenEndpoint } from './chosen-endpoint';
import type { Cloud } from './cloud';
import { credentialsOf, projectOf } from './credentials-of';

/** What signing in to a cloud gives. */
export interface SignedIn {
  readonly token: string;
  readonly identity?: TokenProvider;
  readonly projectId: string | undefined;
  /** What stands before /v2 and /v2.1, where it was asked for. */
  readonly url: string | undefined;
}

export interface SignInOptions {
  /** The project, where the user gives one beside the cloud. */
  readonly projectId: string | undefined;
  /** Whether the compute endpoint is to be looked up. */
  readonly withEndpoint: boolean;
  readonly connection: Connection;
  readonly network: Network;
  readonly timeout: number;
}

/**
 * Signs in to a cloud, and looks up where its compute service is.
 *
 * @throws {UsageError} for what is missing or wrong in its description.
 * @throws {TargetTrouble} where Keystone does not answer.
 */
export async function signIn(cloud: Cloud, options: SignInOptions): Promise<SignedIn> {
  const { name, authType, auth } = cloud;
  knowValues(auth);
  const { projectId, withEndpoint, connection, network, timeout } = options;
  // Without Keystone: a token and an address that somebody has looked up before.
  if (/^(admin_token|token_endpoint)$/.test(authType)) {
    const { token, endpoint = cloud.endpoint } = auth;
    if (token === undefined || endpoint === undefined) {
      throw new UsageError(`${name} signs in by ${authType}: give its token and its endpoint`);
    }
    return { token, projectId: projectId ?? auth.project_id, url: baseUrlOf(endpoint) };
  }
  const credentials = credentialsOf(cloud);
  const url = keystoneUrl(cloud);
  const proxied = { ...connection, proxy: proxyFor(url) };
  const project = projectOf(cloud, projectId);
  const keystone = new Keystone({ url, credentials, project, connection: proxied, network, timeout });
  const first = await keystone.authenticate().catch((error: unknown) => {
    if (!(error instanceof AuthenticationError)) throw error;
    throw new UsageError(`${error.message}: check the auth_url, the user, the password and the project of ${name}`);
  });
  const identity = new KeystoneTokenProvider(keystone, first);
  knowIdentity(identity);
  if (first.projectId === undefined) {
    throw new UsageError(`the token of ${name} is for no project: give project_name or project_id`);
  }
  if (projectId !== undefined && first.projectId !== projectId) {
    throw new UsageError(
      `${name} is for project ${first.projectId}, not for ${projectId}: name a cloud of that project, or leave out the project id`,
    );
  }
  const endpoint = withEndpoint ? (cloud.endpoint ?? chosenEndpoint(cloud, first.endpoints)) : undefined;
  return {
    token: first.token,
    identity,
    projectId: first.projectId,
    url: endpoint === undefined ? undefined : baseUrlOf(endpoint),
  };
}

function keystoneUrl({ name, auth }: Cloud): string {
  const { auth_url: url } = auth;
  if (url === undefined) throw new UsageError(`${name} has no auth_url: give the address of Keystone, as https://…/v3`);
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UsageError(`the auth_url of ${name} is no URL: give the address of Keystone, as https://…/v3`);
}

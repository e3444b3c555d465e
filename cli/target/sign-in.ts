import { AuthenticationError, ConfigurationError } from '../../targets/errors';
import type { Connection } from '../../targets/http/agent';
import type { TokenProvider } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import { baseUrlOf } from '../../targets/identity/issued-token';
import { Keystone } from '../../targets/identity/keystone';
import { KeystoneTokenProvider } from '../../targets/identity/keystone-token-provider';
import { addIdentity, addSecrets } from '../machine/known-secrets';
import type { Settings } from '../settings/settings';
import type { Cloud } from './cloud';
import { proxyFor } from './connection';
import { buildCredentials, buildProjectScope } from './credentials';
import { selectEndpoint } from './select-endpoint';

/** The result of signing in to a cloud. */
export interface SignedIn {
  readonly token: string;
  readonly identity?: TokenProvider;
  readonly projectId: string | undefined;
  /** The base URL of the compute service, if `withEndpoint`. */
  readonly url: string | undefined;
}

export interface SignInOptions extends Pick<Settings, 'ignoresVariables'> {
  /** The project from `--project-id` or `--other-project-id`. */
  readonly projectId: string | undefined;
  /** True if the compute endpoint is looked up, too. */
  readonly withEndpoint: boolean;
  readonly connection: Connection;
  readonly network: Network;
  readonly timeout: number;
}

/**
 * Signs in to a cloud, and looks up its compute service.
 *
 * @throws {ConfigurationError} for a missing or wrong member of the cloud.
 * @throws {TargetUnavailableError} when Keystone sends no response.
 */
export async function signIn(cloud: Cloud, options: SignInOptions): Promise<SignedIn> {
  const { name, authType, auth } = cloud;
  addSecrets(auth);
  const { projectId, withEndpoint, connection, network, timeout } = options;
  // These two auth_types do not use Keystone.
  if (/^(admin_token|token_endpoint)$/.test(authType)) {
    const { token, endpoint = cloud.endpoint } = auth;
    if (token === undefined || endpoint === undefined) {
      throw new ConfigurationError(`${name} has the auth_type ${authType}: give its token and its endpoint`);
    }
    return { token, projectId: projectId ?? auth.project_id, url: baseUrlOf(endpoint) };
  }
  const credentials = buildCredentials(cloud);
  const url = keystoneUrl(cloud);
  const proxied = { ...connection, proxy: proxyFor(url, options) };
  const project = buildProjectScope(cloud, projectId);
  const keystone = new Keystone({ url, credentials, project, connection: proxied, network, timeout });
  const first = await keystone.authenticate().catch((error: unknown) => {
    if (!(error instanceof AuthenticationError)) throw error;
    throw new ConfigurationError(
      `${error.message}: check the auth_url, the user, the password and the project of ${name}`,
    );
  });
  const identity = new KeystoneTokenProvider(keystone, first);
  addIdentity(identity);
  if (first.projectId === undefined) {
    throw new ConfigurationError(`the token of ${name} has no project: give project_name or project_id`);
  }
  if (projectId !== undefined && first.projectId !== projectId) {
    throw new ConfigurationError(
      `${name} is for project ${first.projectId}, not for ${projectId}: choose a cloud of that project, or leave out the project id`,
    );
  }
  const endpoint = withEndpoint ? (cloud.endpoint ?? selectEndpoint(cloud, first.endpoints)) : undefined;
  return {
    token: first.token,
    identity,
    projectId: first.projectId,
    url: endpoint === undefined ? undefined : baseUrlOf(endpoint),
  };
}

function keystoneUrl({ name, auth }: Cloud): string {
  const { auth_url: url } = auth;
  if (url === undefined)
    throw new ConfigurationError(`${name} has no auth_url: give the URL of Keystone, such as https://…/v3`);
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new ConfigurationError(`the auth_url of ${name} is not a URL: give the URL of Keystone, such as https://…/v3`);
}

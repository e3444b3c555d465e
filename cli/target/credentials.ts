import type { IdOrName, KeystoneCredentials } from '../../targets/identity/keystone';
import { ConfigurationError } from '../machine/configuration-error';
import type { Cloud } from './cloud';

/** What to do where the suite cannot sign in by itself. */
const instead =
  'get a token by `openstack token issue`, and give it with OS_TOKEN (for a run beside --target and --project-id)';

/**
 * What Keystone is told by whoever calls this cloud.
 *
 * @throws {ConfigurationError} for what is missing, and for ways that are not supported.
 */
export function buildCredentials(cloud: Cloud): KeystoneCredentials {
  const { name, authType, auth } = cloud;
  const method = selectMethod(cloud);
  const need = (member: string, what: string): string => {
    const value = auth[member];
    if (value !== undefined) return value;
    throw new ConfigurationError(
      `${name} has no ${member}: ${what} in clouds.yaml, in secure.yaml, or with OS_${member.toUpperCase()}`,
    );
  };
  if (method === 'password') {
    const user = buildUser(cloud);
    return { method, user, password: need('password', 'give the password') };
  }
  if (method === 'token') return { method, token: need('token', 'give the token') };
  if (method === undefined) {
    throw new ConfigurationError(`${name} signs in by ${authType}, which is not supported: ${instead}`);
  }
  const { application_credential_id: id } = auth;
  const secret = need('application_credential_secret', 'give the secret');
  if (id !== undefined) return { method, id, secret };
  const own = need('application_credential_name', 'give it, or application_credential_id,');
  return { method, name: own, user: buildUser(cloud), secret };
}

function selectMethod({ authType, auth }: Cloud): KeystoneCredentials['method'] | undefined {
  if (/^v3applicationcredential$/.test(authType)) return 'application credential';
  if (/^(v3)?token$/.test(authType)) return 'token';
  if (!/^(v3)?password$/.test(authType)) return undefined;
  // Who gives a token and no password means the token.
  return auth.password === undefined && auth.token !== undefined ? 'token' : 'password';
}

function buildUser({ name, auth }: Cloud): IdOrName {
  const { user_id: id, username, user_domain_id, user_domain_name } = auth;
  if (id !== undefined) return { id };
  if (username === undefined) throw new ConfigurationError(`${name} has no username: give it, or user_id`);
  return { name: username, domain: buildDomain(name, 'user', user_domain_id, user_domain_name) };
}

/**
 * The project that a token is asked for; undefined where Keystone knows it.
 *
 * @param wanted the id that the user gives beside the cloud.
 * @throws {ConfigurationError} for one that is not fully named.
 */
export function buildProjectScope({ name, auth }: Cloud, wanted: string | undefined): IdOrName | undefined {
  const { project_id, project_name, project_domain_id, project_domain_name } = auth;
  const id = wanted ?? project_id;
  if (id !== undefined) return { id };
  if (project_name === undefined) return undefined;
  return { name: project_name, domain: buildDomain(name, 'project', project_domain_id, project_domain_name) };
}

function buildDomain(cloud: string, whose: string, id: string | undefined, name: string | undefined): IdOrName {
  if (id !== undefined) return { id };
  if (name !== undefined) return { name };
  throw new ConfigurationError(
    `${cloud} does not say which domain its ${whose} is in: give ${whose}_domain_name, often Default`,
  );
}

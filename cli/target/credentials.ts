import { ConfigurationError } from '../../targets/errors';
import type { IdOrName, KeystoneCredentials } from '../../targets/identity/keystone';
import type { Cloud } from './cloud';

/** The remedy when the suite cannot sign in itself. */
const instead =
  'get a token with `openstack token issue`, and give it with OS_TOKEN (a run needs --target and --project-id too)';

/**
 * The credentials of a cloud for Keystone.
 *
 * @throws {ConfigurationError} for a missing member, and for an `auth_type` that is not supported.
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
    throw new ConfigurationError(`${name} has the auth_type ${authType}, which is not supported: ${instead}`);
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
  // `password` is the default auth_type: a token without a password is used.
  return auth.password === undefined && auth.token !== undefined ? 'token' : 'password';
}

function buildUser({ name, auth }: Cloud): IdOrName {
  const { user_id: id, username, user_domain_id, user_domain_name } = auth;
  if (id !== undefined) return { id };
  if (username === undefined) throw new ConfigurationError(`${name} has no username: give it, or user_id`);
  return { name: username, domain: buildDomain(name, 'user', user_domain_id, user_domain_name) };
}

/**
 * The project of the token; undefined when Keystone knows it.
 *
 * @param wanted the id from `--project-id` or `--other-project-id`.
 * @throws {ConfigurationError} for a project name without a domain.
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
  throw new ConfigurationError(`${cloud} has no domain for its ${whose}: give ${whose}_domain_name, often Default`);
}

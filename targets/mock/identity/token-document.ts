import { domain } from './account';
import type { Token } from './tokens';

/** The `token` of Keystone's response. */
export function tokenDocument(token: Token, baseUrl: string, withCatalog: boolean): Record<string, unknown> {
  const { account, methods, auditId, issued, expires, hasProject } = token;
  return {
    methods,
    user: { id: account.userId, name: account.username, domain, password_expires_at: null },
    audit_ids: [auditId],
    issued_at: keystoneDate(issued),
    expires_at: keystoneDate(expires),
    ...(hasProject ? projectMembers(token, baseUrl, withCatalog) : {}),
  };
}

function projectMembers({ account, methods }: Token, baseUrl: string, withCatalog: boolean): Record<string, unknown> {
  const { projectId, projectName, applicationCredential } = account;
  return {
    project: { id: projectId, name: projectName, domain },
    is_domain: false,
    roles: [{ id: 'member', name: 'member' }],
    ...(withCatalog ? { catalog: catalog(baseUrl, projectId) } : {}),
    ...(methods.includes('application_credential')
      ? { application_credential: { id: applicationCredential.id, name: applicationCredential.name, restricted: true } }
      : {}),
  };
}

/** The region of all endpoints. */
export const region = 'RegionOne';

/** Compute and identity: the mock has no other service. */
export function catalog(baseUrl: string, projectId: string): readonly unknown[] {
  return [
    service('compute', 'nova', `${baseUrl}/v2.1/${projectId}`),
    service('identity', 'keystone', `${baseUrl}/identity`),
  ];
}

function service(type: string, name: string, url: string): unknown {
  const endpoints = ['public', 'internal', 'admin'].map((which) => {
    return { id: `${type}-${which}`, interface: which, region, region_id: region, url };
  });
  return { id: type, type, name, endpoints };
}

/** Keystone writes six digits of a second. */
function keystoneDate(date: Date): string {
  return date.toISOString().replace(/Z$/, '000Z');
}

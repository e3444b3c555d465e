import { type Version, versions } from '../metadata';

/** What a path of the API addresses. */
export interface Route {
  readonly version: Version;
  /** Empty where the URI names none: not every target has it there. */
  readonly projectId: string;
  readonly serverId: string;
  readonly resource: 'metadata' | 'item' | 'server' | 'action' | 'other';
  /** `…/metadata/` */
  readonly trailingSlash: boolean;
  readonly query: boolean;
}

const routePattern = /^\/(v2|v2\.1)(?:\/([^/?]+))?\/servers\/([^/?]+)(\/[^?]*)?(\?.*)?$/;

/** Everyone who looks at an exchange asks for its route. */
let lastRoute: { readonly path: string; readonly route: Route | undefined } | undefined;

/** Reads a path; undefined where it is not about one server. */
export function routeOf(path: string): Route | undefined {
  if (lastRoute?.path !== path) lastRoute = { path, route: parseRoute(path) };
  return lastRoute.route;
}

function parseRoute(path: string): Route | undefined {
  const [, prefix, projectId = '', serverId, rest = '', query] = routePattern.exec(path) ?? [];
  const version = versions.find((candidate) => candidate === prefix);
  if (version === undefined || serverId === undefined) return undefined;
  return {
    version,
    projectId,
    serverId,
    resource: resourceOf(rest),
    trailingSlash: rest === '/metadata/',
    query: query !== undefined,
  };
}

function resourceOf(rest: string): Route['resource'] {
  if (rest === '') return 'server';
  if (rest === '/metadata' || rest === '/metadata/') return 'metadata';
  if (rest === '/action') return 'action';
  return rest.startsWith('/metadata/') ? 'item' : 'other';
}

export function metadataPath(version: Version, projectId: string, serverId: string): string {
  return `${serverPath(version, projectId, serverId)}/metadata`;
}

export function itemPath(version: Version, projectId: string, serverId: string, key: string): string {
  return `${metadataPath(version, projectId, serverId)}/${encodeURIComponent(key)}`;
}

export function serverPath(version: Version, projectId: string, serverId: string): string {
  const project = projectId === '' ? '' : `/${projectId}`;
  return `/${version}${project}/servers/${serverId}`;
}

/** The same path without the project behind the version. */
export function withoutProject(path: string): string {
  return path.replace(/^(\/(?:v2|v2\.1))\/[^/?]+(\/(?:servers|limits)(?:[/?]|$))/, '$1$2');
}

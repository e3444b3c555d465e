import { type Version, versions } from '../metadata';

/** The parts of an API path. */
export interface Route {
  readonly version: Version;
  /** Empty if the path has no project: some targets do not use one. */
  readonly projectId: string;
  readonly serverId: string;
  readonly resource: 'metadata' | 'item' | 'server' | 'action' | 'other';
  /** `…/metadata/` */
  readonly trailingSlash: boolean;
  readonly query: boolean;
}

const routePattern = /^\/(v2|v2\.1)(?:\/([^/?]+))?\/servers\/([^/?]+)(\/[^?]*)?(\?.*)?$/;

/** Many functions need the route of the same exchange. */
let lastRoute: { readonly path: string; readonly route: Route | undefined } | undefined;

/** The route of a path, or undefined if the path does not concern one server. */
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
  return `${serversPath(version, projectId)}/${serverId}`;
}

export function serversPath(version: Version, projectId: string): string {
  const project = projectId === '' ? '' : `/${projectId}`;
  return `/${version}${project}/servers`;
}

/** The path without the project after the version. */
export function withoutProject(path: string): string {
  return path.replace(/^(\/(?:v2|v2\.1))\/[^/?]+(\/(?:servers|limits)(?:[/?]|$))/, '$1$2');
}

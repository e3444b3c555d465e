import type { Version } from '../../contracts/metadata';

/** The parts of a path. */
export interface Route {
  readonly version: Version;
  readonly projectId: string;
  readonly resource: 'limits' | 'servers' | 'server' | 'metadata' | 'item' | 'action';
  readonly serverId: string;
  readonly key: string;
}

/** Parses a path without its query; undefined for a path that is not served, for example one with a trailing slash. */
export function parseRoute(url: string): Route | undefined {
  const [path = ''] = url.split('?');
  const [root, version, projectId = '', ...rest] = path.split('/');
  if (root !== '' || (version !== 'v2' && version !== 'v2.1') || projectId === '') return undefined;
  const base = { version, projectId, serverId: '', key: '' } as const;
  if (rest.length === 1 && rest[0] === 'limits') return { ...base, resource: 'limits' };
  const [servers, serverId = '', sub, key] = rest;
  if (rest.length === 1 && servers === 'servers') return { ...base, resource: 'servers' };
  if (servers !== 'servers' || serverId === '') return undefined;
  const server = { ...base, serverId: decoded(serverId) };
  if (rest.length === 2) return { ...server, resource: 'server' };
  if (rest.length === 3 && sub === 'action') return { ...server, resource: 'action' };
  if (rest.length === 3 && sub === 'metadata') return { ...server, resource: 'metadata' };
  if (rest.length === 4 && sub === 'metadata' && key) return { ...server, resource: 'item', key: decoded(key) };
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

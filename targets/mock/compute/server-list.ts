import { badRequest } from '../../embedded/http';
import type { ServerRecord } from '../../embedded/store';
import { statuses } from './server-document';

export interface Page {
  readonly servers: readonly ServerRecord[];
  /** There are more servers after these. */
  readonly hasMore: boolean;
}

/** Nova's largest page. */
const largestPage = 1_000;

/**
 * Selects the servers of `GET …/servers`: by `name` (a regular expression, as in Nova), `status` and `vm_state`, from
 * `marker` on, at most `limit`. Other parameters have no effect.
 *
 * @param all the servers of the project that are not deleted.
 * @throws {HttpError} 400 for a wrong limit or an unknown marker.
 */
export function selectServers(all: readonly ServerRecord[], query: URLSearchParams): Page {
  const selected = all.filter((server) => isWanted(server, query));
  const marker = query.get('marker');
  const start = marker === null ? 0 : selected.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && start === 0) throw badRequest(`marker [${marker}] not found`);
  const servers = selected.slice(start, start + pageSize(query.get('limit')));
  return { servers, hasMore: start + servers.length < selected.length };
}

function isWanted({ name, vmState }: ServerRecord, query: URLSearchParams): boolean {
  const wanted = query.get('status')?.toUpperCase();
  const hasName = namePattern(query.get('name') ?? '').test(name);
  const hasStatus = wanted === undefined || wanted === statuses[vmState];
  return hasName && hasStatus && (query.get('vm_state') ?? vmState) === vmState;
}

/** @throws {HttpError} 400 */
function namePattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch {
    throw badRequest(`Invalid input for query parameters name: '${text}' is no regular expression`);
  }
}

/** @throws {HttpError} 400 */
function pageSize(limit: string | null): number {
  if (limit === null) return largestPage;
  if (!/^\d+$/.test(limit)) throw badRequest(`Invalid input for query parameters limit: '${limit}' is no number`);
  return Math.min(Number(limit) === 0 ? largestPage : Number(limit), largestPage);
}

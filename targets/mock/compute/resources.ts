import { jsonResponse } from '../../embedded/http';
import { microversionHeaders } from '../../embedded/microversion';
import type { FurtherResources } from '../../embedded/router';
import { flavor, flavorDocument, flavorSummary } from './flavor';
import { parseResourceRequest, type ResourceRequest } from './resource-request';
import { createServer } from './server-create';
import { listServers, listServersInDetail, showServer } from './servers';

/** Gives the body of the response. */
type Resource = (request: ResourceRequest) => unknown;

const resources = new Map<string, Resource>([
  ['GET servers', listServers],
  ['GET servers/detail', listServersInDetail],
  ['POST servers', createServer],
  ['GET flavors', ({ linkTo }) => ({ flavors: [flavorSummary(linkTo)] })],
  ['GET flavors/detail', ({ linkTo }) => ({ flavors: [flavorDocument(linkTo)] })],
  [`GET flavors/${flavor.id}`, ({ linkTo }) => ({ flavor: flavorDocument(linkTo) })],
  ['GET images', () => ({ images: [] })],
  ['GET images/detail', () => ({ images: [] })],
  ['GET extensions', () => ({ extensions: [] })],
]);

/**
 * The resources that clients read before and after they change metadata, with the members that they need. All that the
 * contract is about stays with the embedded endpoint.
 *
 * @param userOf the user of a project, as an id.
 */
export function furtherResources(userOf: (projectId: string) => string): FurtherResources {
  return async (authorised) => {
    const { method } = authorised.request;
    const given = parseResourceRequest(authorised, userOf(authorised.caller));
    const resource = given && resourceOf(`${method} ${given.path}`);
    if (given === undefined || resource === undefined) return undefined;
    const body = await resource(given);
    return jsonResponse(method === 'POST' ? 202 : 200, body, microversionHeaders(given.request, given.version));
  };
}

function resourceOf(operation: string): Resource | undefined {
  const known = resources.get(operation);
  return known ?? (/^GET servers\/[^/]+$/.test(operation) ? showServer : undefined);
}

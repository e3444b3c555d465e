import type { Version } from '../../contracts/metadata';
import { badRequest, HttpError, type IncomingRequest } from './http';

const newest = 90;

/** Nova's /v2.1 rejects an unknown microversion; /v2 ignores the header. */
export function checkMicroversion(request: IncomingRequest, version: Version): void {
  const requested = request.headers['x-openstack-nova-api-version'];
  if (version === 'v2' || requested === undefined || requested === 'latest') return;
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(requested) ?? [];
  if (major === undefined) throw badRequest(`API Version String ${requested} is of invalid format`);
  if (major !== '2' || Number(minor) < 1 || Number(minor) > newest) {
    throw new HttpError(406, `Version ${requested} is not supported by the API`);
  }
}

export function microversionHeaders(request: IncomingRequest, version: Version): Record<string, string> {
  if (version === 'v2') return {};
  const requested = request.headers['x-openstack-nova-api-version'] ?? '2.1';
  const served = requested === 'latest' ? `2.${newest}` : requested;
  return { 'x-openstack-nova-api-version': served, 'openstack-api-version': `compute ${served}` };
}

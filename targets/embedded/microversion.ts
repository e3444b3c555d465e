import type { Version } from '../../contracts/metadata';
import { badRequest, HttpError, type IncomingRequest } from './http';

/** The newest microversion: 2.90. */
export const newest = 90;

/** Nova's /v2.1 rejects an unknown microversion; /v2 ignores the header. */
export function checkMicroversion(request: IncomingRequest, version: Version): void {
  const requested = requestedVersion(request);
  if (version === 'v2' || requested === undefined || requested === 'latest') return;
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(requested) ?? [];
  if (major === undefined) throw badRequest(`API Version String ${requested} is of invalid format`);
  if (major !== '2' || Number(minor) < 1 || Number(minor) > newest) {
    throw new HttpError(406, `Version ${requested} is not supported by the API`);
  }
}

export function microversionHeaders(request: IncomingRequest, version: Version): Record<string, string> {
  if (version === 'v2') return {};
  const served = `2.${servedMinor(request, version)}`;
  return { 'x-openstack-nova-api-version': served, 'openstack-api-version': `compute ${served}` };
}

/** The microversion of a request that `checkMicroversion` accepts: 47 for 2.47. /v2 has the resources of 2.1. */
export function servedMinor(request: IncomingRequest, version: Version): number {
  const requested = requestedVersion(request);
  if (version === 'v2' || requested === undefined) return 1;
  return requested === 'latest' ? newest : Number(requested.split('.')[1]);
}

/** Nova reads the header of all services first, then its own. */
function requestedVersion({ headers }: IncomingRequest): string | undefined {
  const [, ofCompute] = /(?:^|,)\s*compute\s+([^\s,]+)/.exec(headers['openstack-api-version'] ?? '') ?? [];
  return ofCompute ?? headers['x-openstack-nova-api-version'];
}

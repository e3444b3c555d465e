import type { Version } from '../../contracts/metadata';
import { badRequest, HttpError, type IncomingRequest } from './http';

const newest = 90;

/** Nova's /v2.1 refuses a microversion that it does not know; /v2 ignores the header. */
export function checkMicroversion(request: IncomingRequest, version: Version): void {
  const asked = request.headers['x-openstack-nova-api-version'];
  if (version === 'v2' || asked === undefined || asked === 'latest') return;
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(asked) ?? [];
  if (major === undefined) throw badRequest(`API Version String ${asked} is of invalid format`);
  if (major !== '2' || Number(minor) < 1 || Number(minor) > newest) {
    throw new HttpError(406, `Version ${asked} is not supported by the API`);
  }
}

export function microversionHeaders(request: IncomingRequest, version: Version): Record<string, string> {
  if (version === 'v2') return {};
  const asked = request.headers['x-openstack-nova-api-version'] ?? '2.1';
  const told = asked === 'latest' ? `2.${newest}` : asked;
  return { 'x-openstack-nova-api-version': told, 'openstack-api-version': `compute ${told}` };
}

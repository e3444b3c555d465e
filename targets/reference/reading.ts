import type { Behaviour } from './behaviour';
import { badRequest, Fault, unsupportedType } from './fault';

/** Nova's limit on a body, in bytes. */
const largest = 114_688;

export const checkSize: Behaviour['checkSize'] = ({ body }) => {
  if (body.length > largest) throw new Fault(413, 'Request is too large.');
};

const taken = new Set(['', 'text/plain', 'application/json', 'application/vnd.openstack.compute+json']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Nova takes JSON under these types and under none; what is not UTF-8 or not JSON, a byte order mark included, is 400. */
export const readBody: Behaviour['readBody'] = ({ headers, body }) => {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!taken.has(type.trim().toLowerCase())) throw unsupportedType(type);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw badRequest('Malformed request body');
  }
};

/** `metadata` is mandatory and an object; Nova's /v2 ignores other members, /v2.1 refuses them. */
export const checkShape: Behaviour['checkShape'] = (body, { version }) => {
  if (!isObject(body)) throw badRequest('Malformed request body');
  if (!Object.hasOwn(body, 'metadata')) throw badRequest("Invalid input: 'metadata' is a required property");
  const { metadata } = body;
  if (!isObject(metadata)) throw badRequest('Invalid input for field/attribute metadata: it is no object');
  const others = Object.keys(body).filter((name) => name !== 'metadata');
  if (version === 'v2.1' && others.length > 0) {
    throw badRequest(`Additional properties are not allowed (${others.join(', ')})`);
  }
  return metadata;
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Metadata } from '../../contracts/metadata';
import type { Behaviour } from './behaviour';
import { badRequest, conflict, forbidden, HttpError, unsupportedType } from './http';

/** Nova's limit for a body, in bytes. */
const maxBodyBytes = 114_688;

export const checkSize: Behaviour['checkSize'] = ({ body }) => {
  if (body.length > maxBodyBytes) throw new HttpError(413, 'Request is too large.');
};

const acceptedTypes = new Set(['', 'text/plain', 'application/json', 'application/vnd.openstack.compute+json']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Nova accepts JSON with these content types, or with none. Malformed UTF-8, malformed JSON and a byte order mark are 400. */
export const readBody: Behaviour['readBody'] = ({ headers, body }) => {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!acceptedTypes.has(type.trim().toLowerCase())) throw unsupportedType(type);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw badRequest('Malformed request body');
  }
};

/** `metadata` must be an object. Nova's /v2 ignores other members; /v2.1 rejects them. */
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

/** The page, Table 3: 1 to 255 of these characters. */
export const checkKey: Behaviour['checkKey'] = (key) => {
  for (const character of key) {
    const isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    const isDigit = character >= '0' && character <= '9';
    if (!isLetter && !isDigit && !'-_:.'.includes(character)) {
      throw badRequest(`Invalid input for field/attribute metadata: ${JSON.stringify(key)} is no key`);
    }
  }
  if (key.length < 1 || key.length > 255) throw badRequest('Invalid input for field/attribute metadata: key length');
};

/** The page, Table 3: a string of at most 255 characters, which are code points. */
export const checkValue: Behaviour['checkValue'] = (value) => {
  if (typeof value !== 'string') throw badRequest('Invalid input for field/attribute metadata: a value is no string');
  if (Array.from(value).length > 255)
    throw badRequest('Invalid input for field/attribute metadata: a value is too long');
};

export const checkPairs: Behaviour['checkPairs'] = (raw, context) => {
  for (const [key, value] of Object.entries(raw)) {
    context.behaviour.checkKey(key, context);
    context.behaviour.checkValue(value, key, context);
  }
  return raw as Metadata;
};

/** The page, Constraints. Nova rejects a locked server also for its owner. */
export const checkState: Behaviour['checkState'] = ({ server }) => {
  if (server.locked) throw conflict(`Instance ${server.id} is locked`);
  if (!['active', 'stopped', 'paused', 'suspended'].includes(server.vmState)) {
    throw conflict(`Cannot 'update metadata' instance ${server.id} while it is in vm_state ${server.vmState}`);
  }
};

/** Nova counts only the pairs of the new map. */
export const checkQuota: Behaviour['checkQuota'] = (map, { store }) => {
  if (store.quota >= 0 && Object.keys(map).length > store.quota) {
    throw forbidden('Maximum number of metadata items exceeded');
  }
};

import type { Metadata } from '../../contracts/metadata';
import type { Behaviour } from './behaviour';
import { badRequest, conflict, forbidden } from './fault';

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

/** The page, Constraints; Nova refuses a locked server to its owner too. */
export const checkState: Behaviour['checkState'] = ({ server }) => {
  if (server.locked) throw conflict(`Instance ${server.id} is locked`);
  if (!['active', 'stopped', 'paused', 'suspended'].includes(server.vmState)) {
    throw conflict(`Cannot 'update metadata' instance ${server.id} while it is in vm_state ${server.vmState}`);
  }
};

/** Nova counts the new map alone. */
export const checkQuota: Behaviour['checkQuota'] = (map, { world }) => {
  if (world.quota >= 0 && Object.keys(map).length > world.quota) {
    throw forbidden('Maximum number of metadata items exceeded');
  }
};

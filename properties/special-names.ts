import { shorterFirst } from './shorter-first';

/** Legal keys that a language, a JSON library, a file system or a shell gives a meaning of its own. */
export const specialNames: readonly string[] = shorterFirst([
  ...['__proto__', 'prototype', 'constructor', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', 'length', 'then', 'default', 'class', 'this'],
  ...['__class__', '__dict__', '__init__', 'self', 'None', 'True', 'nil', 'null', 'undefined', 'true', 'false'],
  ...['0', '-0', '-1', '00', '1.0', '1e3', '0x1F', 'NaN', 'Infinity', '..', '--', '::', 'CON'],
  ...['id', 'key', 'name', 'value', 'meta', 'metadata', 'type', 'links', 'items', 'keys', 'get', 'size', 'count'],
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Yes', 'NO', 'NULL', 'void', 'end', 'select', 'order', 'group', 'index'],
  ...['password', 'secret', 'token', 'api_key', 'authorization', 'user', 'admin', 'email', 'uuid', 'created_at'],
  ...['_id', '__v', '...', '01', '1', '2', '10', 'nul', 'aux', 'Content-Type', 'aws:name'],
  // Prefixes that some keep for themselves. Those that clouds are known to set are not among them: whose they are is open.
  ...['sys', 'sys_tag', '_sys_tag', 'system:tag', 'internal.tag', 'reserved-tag', 'private_tag', 'tmp.tag', '_tag'],
]);

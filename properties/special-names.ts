import { shorterFirst } from './shorter-first';

/** Legal keys that a language, a JSON library, a file system or a shell gives a meaning of its own. */
export const specialNames: readonly string[] = shorterFirst([
  ...['__proto__', 'prototype', 'constructor', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', 'length', 'then', 'default', 'class', 'this'],
  ...['__class__', '__dict__', '__init__', 'self', 'None', 'True', 'nil', 'null', 'undefined', 'true', 'false'],
  ...['0', '-0', '-1', '00', '1.0', '1e3', '0x1F', 'NaN', 'Infinity', '..', '--', '::', 'CON'],
  ...['id', 'key', 'name', 'value', 'meta', 'metadata'],
]);

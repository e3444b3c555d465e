import { isDeepStrictEqual } from 'node:util';

/** The input, where JSON gives it back as it is; undefined for bytes. */
export function asJson(input: unknown): unknown {
  const text = JSON.stringify(input);
  return text !== undefined && isDeepStrictEqual(plain(JSON.parse(text)), plain(input)) ? JSON.parse(text) : undefined;
}

/** Prototypes differ between realms, and between drawn and parsed maps; they are no part of an input. */
function plain(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(plain);
  if (Buffer.isBuffer(input) || typeof input !== 'object' || input === null) return input;
  return new Map(Object.entries(input).map(([name, value]) => [name, plain(value)]));
}

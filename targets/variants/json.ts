import type { Metadata } from '../../contracts/metadata';
import { compliant } from '../embedded/compliant';
import { writeJsonAs } from './helpers';
import { variant } from './variant';

export const jsonAscii = variant({
  name: 'json-ascii',
  description: 'Escapes every character outside ASCII, like Python by default.',
  handle: writeJsonAs((json) => JSON.stringify(json).replace(/[^\p{ASCII}]/gu, escaped)),
});

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

export const jsonMarkupEscaped = variant({
  name: 'json-markup-escaped',
  description: 'Escapes HTML characters and the slash, like Go and PHP by default.',
  handle: writeJsonAs((json) =>
    JSON.stringify(json).replaceAll('/', '\\/').replaceAll('<', '\\u003C').replaceAll('&', '\\u0026'),
  ),
});

export const jsonPretty = variant({
  name: 'json-pretty',
  description: 'Writes JSON on several lines, with a newline at the end.',
  handle: writeJsonAs((json) => `${JSON.stringify(json, null, 4)}\r\n`),
});

export const membersReversed = variant({
  name: 'members-reversed',
  description: 'Writes the members of objects in reverse order: JSON objects are unordered (RFC 8259, 4).',
  handle: writeJsonAs((json) => JSON.stringify(reversed(json))),
});

function reversed(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

export const membersSorted = variant({
  name: 'members-sorted',
  description: 'Sorts the pairs by key, like databases and some languages.',
  answer: (stored, sent, context) => compliant.answer(sorted(stored), sent, context),
  load: ({ server }) => sorted(server.metadata),
});

function sorted(map: Metadata): Metadata {
  return Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));
}

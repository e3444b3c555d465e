import type { Metadata } from '../metadata';

/** A map as a report shows it: JSON, invisible and lookalike characters escaped, never longer than a screen. */
export function show(map: Metadata | undefined): string {
  if (map === undefined) return 'no map';
  const text = JSON.stringify(map).replace(/[^\x20-\x7E]/gu, escaped);
  return text.length <= 400 ? text : `${text.slice(0, 360)}… (${Object.keys(map).length} pairs)`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

export function showStatuses(statuses: readonly number[]): string {
  return statuses.length > 10 ? 'a 4xx status' : `status ${statuses.join(' or ')}`;
}

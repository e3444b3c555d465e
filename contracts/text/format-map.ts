import { asObject } from '../http/json';
import { countNoun } from './count-noun';
import { escapeInvisible } from './escape-invisible';
import { truncate } from './truncate';

/** The maximum length of a formatted value, in characters. */
const longestText = 400;

/**
 * A map or any other value as a report shows it: JSON with invisible characters escaped, at most one screen long. The
 * escape `\u{…}` is not JSON, so it cannot be confused with a text in a value.
 */
export function formatMap(value: unknown): string {
  if (value === undefined) return 'no map';
  const json = JSON.stringify(value) ?? String(value);
  // Escape only the part that is shown: a response may have millions of characters.
  const text = escapeInvisible(truncate(json, longestText + 1).text);
  if (text.length <= longestText) return text;
  const size = isMap(value) ? countNoun(Object.keys(value).length, 'pair') : countNoun(json.length, 'character');
  return `${truncate(text, longestText - 40).text}… (${size})`;
}

function isMap(value: unknown): value is object {
  return Object.values(asObject(value) ?? [undefined]).every((each) => typeof each === 'string');
}

export function formatStatuses(statuses: readonly number[]): string {
  return statuses.length > 10 ? 'a 4xx status' : `status ${statuses.join(' or ')}`;
}

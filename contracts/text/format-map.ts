import { asObject } from '../http/json';
import { escapeInvisible } from './escape-invisible';
import { truncate } from './truncate';

/** Characters of a text that is shown whole. */
const longestText = 400;

/**
 * A map, or any other value, as a report shows it: JSON, with everything in it visible, never longer than a screen.
 * JSON has no `\u{…}`, so that this can be told from the same text in a value.
 */
export function formatMap(value: unknown): string {
  if (value === undefined) return 'no map';
  const json = JSON.stringify(value) ?? String(value);
  // No more is spelled than is shown: a target may answer millions of characters.
  const text = escapeInvisible(truncate(json, longestText + 1).text);
  if (text.length <= longestText) return text;
  const size = isMap(value) ? `${Object.keys(value).length} pairs` : `${json.length} characters`;
  return `${truncate(text, longestText - 40).text}… (${size})`;
}

function isMap(value: unknown): value is object {
  return Object.values(asObject(value) ?? [undefined]).every((each) => typeof each === 'string');
}

export function formatStatuses(statuses: readonly number[]): string {
  return statuses.length > 10 ? 'a 4xx status' : `status ${statuses.join(' or ')}`;
}

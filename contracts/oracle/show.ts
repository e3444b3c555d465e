import { asObject } from '../http/json';
import { escapeInvisible } from '../text/escape-invisible';
import { truncate } from '../text/truncate';

/** Characters of a text that is shown whole. */
const most = 400;

/**
 * A map, or any other value, as a report shows it: JSON, with everything in it visible, never longer than a screen.
 * JSON has no `\u{…}`, so that this can be told from the same text in a value.
 */
export function show(value: unknown): string {
  if (value === undefined) return 'no map';
  const json = JSON.stringify(value) ?? String(value);
  // No more is spelled than is shown: a target may answer millions of characters.
  const text = escapeInvisible(truncate(json, most + 1).text);
  if (text.length <= most) return text;
  const size = isMap(value) ? `${Object.keys(value).length} pairs` : `${json.length} characters`;
  return `${truncate(text, most - 40).text}… (${size})`;
}

function isMap(value: unknown): value is object {
  return Object.values(asObject(value) ?? [undefined]).every((each) => typeof each === 'string');
}

export function showStatuses(statuses: readonly number[]): string {
  return statuses.length > 10 ? 'a 4xx status' : `status ${statuses.join(' or ')}`;
}

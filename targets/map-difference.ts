import { type Metadata, sameValue } from '../contracts/metadata';
import { truncate } from '../contracts/text/truncate';

/** Keys by which a map differs from what it was. */
export interface MapDifference {
  readonly gone: readonly string[];
  /** With another value. */
  readonly altered: readonly string[];
  readonly added: readonly string[];
}

export function mapDifference(before: Metadata, now: Metadata): MapDifference {
  const keys = Object.keys(before);
  return {
    gone: keys.filter((key) => !Object.hasOwn(now, key)),
    altered: keys.filter((key) => Object.hasOwn(now, key) && !sameValue(before[key], now[key])),
    added: Object.keys(now).filter((key) => !Object.hasOwn(before, key)),
  };
}

/** So many keys are named, and so many characters of each. */
const named = 5;
const longestName = 300;

/** `"a", "b" gone; "c" altered`, or an empty text where nothing differs. */
export function differenceWords({ gone, altered, added }: MapDifference): string {
  const parts = [
    [gone, 'gone'],
    [altered, 'altered'],
    [added, 'added'],
  ] as const;
  return parts
    .filter(([keys]) => keys.length > 0)
    .map(([keys, word]) => `${list(keys)} ${word}`)
    .join('; ');
}

function list(keys: readonly string[]): string {
  const shown = keys.slice(0, named).map((key) => JSON.stringify(truncate(key, longestName).text));
  return [...shown, ...(keys.length > named ? [`${keys.length - named} more`] : [])].join(', ');
}

/** Characters of a map that is told whole: all that a quota of 128 pairs leaves room for. */
const longestMap = 200_000;

/** A map as JSON, where it stays readable; the journal of the run holds all of it. */
export function mapWords(metadata: Metadata): string {
  const json = JSON.stringify(metadata);
  if (json.length <= longestMap) return json;
  return `${truncate(json, 400).text}… (${Object.keys(metadata).length} pairs: the journal of the run holds them all)`;
}

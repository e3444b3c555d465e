import { type Metadata, sameValue, type Version } from '../../contracts/metadata';
import { truncate } from '../../contracts/text/truncate';
import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../metadata-api';

/** What a server was like before the run. */
export interface ServerSnapshot {
  readonly server: Server;
  /** Under which it was read, and is put back. */
  readonly version: Version;
  readonly vmState: VmState;
  readonly metadata: Metadata;
}

/** Is told what must be put back before anything is changed, and how that ended. */
export interface Journal {
  /** Returns once what it was told outlives the process. Gives those that are the user's, and not made for the run. */
  recordSnapshots(all: readonly ServerSnapshot[]): readonly ServerSnapshot[];
  /** @param complaints one sentence for each server that could not be put back. */
  recordRestore(complaints: readonly string[]): void;
}

/** Keys by which a map differs from what it was. */
export interface MetadataDiff {
  readonly removed: readonly string[];
  /** With another value. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

export function diffMetadata(before: Metadata, now: Metadata): MetadataDiff {
  const keys = Object.keys(before);
  return {
    removed: keys.filter((key) => !Object.hasOwn(now, key)),
    changed: keys.filter((key) => Object.hasOwn(now, key) && !sameValue(before[key], now[key])),
    added: Object.keys(now).filter((key) => !Object.hasOwn(before, key)),
  };
}

/** So many keys are named, and so many characters of each. */
const named = 5;
const longestName = 300;

/** `"a", "b" gone; "c" altered`, or an empty text where nothing differs. */
export function describeDiff({ removed, changed, added }: MetadataDiff): string {
  const parts = [
    [removed, 'gone'],
    [changed, 'altered'],
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
export function formatMetadata(metadata: Metadata): string {
  const json = JSON.stringify(metadata);
  if (json.length <= longestMap) return json;
  return `${truncate(json, 400).text}… (${Object.keys(metadata).length} pairs: the journal of the run holds them all)`;
}

import { type Metadata, sameValue, type Version } from '../../contracts/metadata';
import { countNoun } from '../../contracts/text/count-noun';
import { truncate } from '../../contracts/text/truncate';
import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../metadata-api';

/** The state of a server before the run. */
export interface ServerSnapshot {
  readonly server: Server;
  /** The version that reads and restores the metadata. */
  readonly version: Version;
  readonly vmState: VmState;
  readonly metadata: Metadata;
}

/** Records what must be restored, and the result of restoring it. */
export interface Journal {
  /** Returns once the snapshots are stored durably. The result has those of the user's servers, not of the created ones. */
  recordSnapshots(all: readonly ServerSnapshot[]): readonly ServerSnapshot[];
  /** @param complaints one sentence for each server that was not restored. */
  recordRestore(complaints: readonly string[]): void;
}

/** The keys in which two maps differ. */
export interface MetadataDiff {
  readonly removed: readonly string[];
  /** Keys with another value. */
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

/** The most keys in a message, and the most characters of each. */
const maxKeys = 5;
const maxKeyLength = 300;

/** `"a", "b" gone; "c" altered`; an empty text for equal maps. */
export function describeDiff({ removed, changed, added }: MetadataDiff): string {
  const parts = [
    [removed, 'gone'],
    [changed, 'altered'],
    [added, 'added'],
  ] as const;
  return parts
    .filter(([keys]) => keys.length > 0)
    .map(([keys, change]) => `${list(keys)} ${change}`)
    .join('; ');
}

function list(keys: readonly string[]): string {
  const shown = keys.slice(0, maxKeys).map((key) => JSON.stringify(truncate(key, maxKeyLength).text));
  return [...shown, ...(keys.length > maxKeys ? [`${keys.length - maxKeys} more`] : [])].join(', ');
}

/** The longest map in a message, in characters: a map of 128 pairs fits. */
const maxMapLength = 200_000;

/** A map as JSON. A very long one is truncated: the journal of the run has all of it. */
export function formatMetadata(metadata: Metadata): string {
  const json = JSON.stringify(metadata);
  if (json.length <= maxMapLength) return json;
  return `${truncate(json, 400).text}… (${countNoun(Object.keys(metadata).length, 'pair')}: the journal of the run has all of them)`;
}

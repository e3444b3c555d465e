import { isJson, toBody } from '../../contracts/http/exchange';
import { isSuccess } from '../../contracts/http/status';
import type { Metadata, Version } from '../../contracts/metadata';
import { TargetUnavailableError } from '../errors';
import type { MetadataApi, Server } from '../metadata-api';
import { describeDiff, diffMetadata, type MetadataDiff, type ServerSnapshot } from './server-snapshot';

/** The most pairs that are restored one by one. Beyond that the user restores them by hand. */
const maxRestored = 100;

/**
 * Restores the metadata of a server: by a PUT of the whole map, then pair by pair, then after an empty map.
 *
 * Returns undefined if the server then has the map of the snapshot, else the reason.
 */
export async function restoreMetadata(snapshot: ServerSnapshot, api: MetadataApi): Promise<string | undefined> {
  const { server, version, metadata } = snapshot;
  if ((await compareWithSnapshot(snapshot, api)).words === '') return undefined;
  const { status } = await api.putMetadata(server, version, metadata);
  let words = await restorePairs(snapshot, api, status);
  if (words !== '' && isSuccess(status)) words = await replaceEmptyMap(snapshot, api);
  return words === '' ? undefined : `a PUT of its metadata was answered with status ${status}, and now ${words}`;
}

/** Some targets merge a map into the stored one, and still clear it by an empty map. Only tried if no pair is missing. */
async function replaceEmptyMap(snapshot: ServerSnapshot, api: MetadataApi): Promise<string> {
  const { server, version, metadata } = snapshot;
  const { missing, words } = await compareWithSnapshot(snapshot, api);
  if (missing.length > 0 || words === '') return words;
  await api.putMetadata(server, version, {});
  const { status } = await api.putMetadata(server, version, metadata);
  const now = await compareWithSnapshot(snapshot, api);
  return now.missing.length > 0 ? restorePairs(snapshot, api, status) : now.words;
}

/**
 * Adds the pairs that a PUT of the whole map did not restore, and removes the pairs that it left behind.
 *
 * @param status of that PUT.
 * @returns the remaining difference as a text; empty for none.
 */
export async function restorePairs(snapshot: ServerSnapshot, api: MetadataApi, status: number): Promise<string> {
  const { server, version, metadata } = snapshot;
  let now = await compareWithSnapshot(snapshot, api);
  if (now.missing.length > 0) {
    await api.postMetadata(server, version, pick(metadata, now.missing));
    now = await compareWithSnapshot(snapshot, api);
  }
  for (const key of now.missing.slice(0, maxRestored)) await api.putItem(server, version, key, metadata[key]);
  // If the target merges, the pairs of the suite are still there. DELETE of an item may remove them.
  await removePairs(server, version, now.added, api);
  if (now.words !== '') now = await compareWithSnapshot(snapshot, api);
  // A target that rejects the whole map may accept it without one pair.
  if (now.words === '' || isSuccess(status)) return now.words;
  await restorePairByPair(snapshot, api, now);
  return (await compareWithSnapshot(snapshot, api)).words;
}

/** Replaces the map by the restored pairs, then adds the missing pairs one by one. A rejected pair stays missing. */
async function restorePairByPair(
  { server, version, metadata }: ServerSnapshot,
  api: MetadataApi,
  { missing, added }: Comparison,
): Promise<void> {
  const absent = new Set(missing);
  let restored = Object.keys(metadata).filter((key) => !absent.has(key));
  if (added.length > 0) await api.putMetadata(server, version, pick(metadata, restored));
  for (const key of missing.slice(0, maxRestored)) {
    const more = [...restored, key];
    const { status } = await api.putMetadata(server, version, pick(metadata, more));
    if (isSuccess(status)) restored = more;
  }
}

interface Comparison extends MetadataDiff {
  readonly missing: readonly string[];
  /** The difference as a text; empty for none. */
  readonly words: string;
}

/**
 * A server without a readable map counts as one with an empty map: the target may show a map again after a PUT. Some
 * targets show an empty map as other JSON. A page, or any other body, shows nothing of the pairs.
 */
async function compareWithSnapshot(
  { server, version, metadata }: ServerSnapshot,
  api: MetadataApi,
): Promise<Comparison> {
  const { answer, metadata: stored } = await api.getMetadata(server, version);
  const difference = diffMetadata(metadata, stored ?? {});
  const isShown = stored !== undefined || (answer.status === 200 && isJson(toBody(answer.body)));
  const words = isShown ? describeDiff(difference) : `a GET shows no map (status ${answer.status})`;
  return { ...difference, missing: [...difference.removed, ...difference.changed], words };
}

function pick(metadata: Metadata, keys: readonly string[]): Metadata {
  const picked = new Set(keys);
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => picked.has(key)));
}

/** A key that needs no escaping in a path. Its removal shows whether the operation works. */
const ordinary = /^[A-Za-z0-9_-]{1,255}$/;

/** The most pairs that are removed one by one. The target controls the number of pairs that it shows. */
const maxRemoved = 500;

/**
 * Removes pairs one by one, by DELETE of an item. The first removal is verified; if it has no effect, the others are not
 * sent. Returns whether the operation works.
 */
export async function removePairs(
  server: Server,
  version: Version,
  keys: readonly string[],
  api: MetadataApi,
): Promise<boolean> {
  const watched = keys.find((key) => ordinary.test(key));
  if (watched !== undefined && !(await removes(server, version, watched, api))) return false;
  for (const key of keys.slice(0, maxRemoved)) if (key !== watched) await api.deleteItem(server, version, key);
  return true;
}

async function removes(server: Server, version: Version, key: string, api: MetadataApi): Promise<boolean> {
  try {
    const answer = await api.deleteItem(server, version, key);
    if (answer === undefined || !isSuccess(answer.status)) return false;
  } catch (error) {
    if (error instanceof TargetUnavailableError) return false;
    throw error;
  }
  const { metadata } = await api.getMetadata(server, version);
  return metadata !== undefined && !Object.hasOwn(metadata, key);
}

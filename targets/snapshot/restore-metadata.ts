import { isSuccess } from '../../contracts/http/status';
import type { Metadata, Version } from '../../contracts/metadata';
import { TargetUnavailableError } from '../errors';
import type { MetadataApi, Server } from '../metadata-api';
import { describeDiff, diffMetadata, type MetadataDiff, type ServerSnapshot } from './server-snapshot';

/** So many pairs are put back one by one: a large map goes back as a whole, or the user is told what is missing. */
const maxRestored = 100;

/**
 * Has a server hold the map that it held before: by a PUT of all of it, and where that does not do, pair by pair.
 *
 * Gives the reason where it does not hold it then.
 */
export async function restoreMetadata(held: ServerSnapshot, api: MetadataApi): Promise<string | undefined> {
  const { server, version, metadata } = held;
  if ((await compareWithSnapshot(held, api)).words === '') return undefined;
  const { status } = await api.putMetadata(server, version, metadata);
  const words = await restorePairs(held, api, status);
  return words === '' ? undefined : `a PUT of its metadata was answered with status ${status}, and now ${words}`;
}

/**
 * Brings back what a PUT of the whole map did not, and removes what is there beside it.
 *
 * @param status of that PUT.
 * @returns by what the map differs after all, in words; an empty text where it does not.
 */
export async function restorePairs(held: ServerSnapshot, api: MetadataApi, status: number): Promise<string> {
  const { server, version, metadata } = held;
  let now = await compareWithSnapshot(held, api);
  if (now.missing.length > 0) {
    await api.postMetadata(server, version, pick(metadata, now.missing));
    now = await compareWithSnapshot(held, api);
  }
  for (const key of now.missing.slice(0, maxRestored)) await api.putItem(server, version, key, metadata[key]);
  // A target that merges instead of replacing keeps the suite's pairs: the sibling operation may remove them.
  await removePairs(server, version, now.added, api);
  if (now.words !== '') now = await compareWithSnapshot(held, api);
  // What is refused as a whole may be taken without the pair that is in the way.
  if (now.words === '' || isSuccess(status)) return now.words;
  await restorePairByPair(held, api, now);
  return (await compareWithSnapshot(held, api)).words;
}

/** Replaces the map by what is right of it, and then by one pair more at a time, as far as the target takes it. */
async function restorePairByPair(
  { server, version, metadata }: ServerSnapshot,
  api: MetadataApi,
  { missing, added }: Comparison,
): Promise<void> {
  const absent = new Set(missing);
  let right = Object.keys(metadata).filter((key) => !absent.has(key));
  if (added.length > 0) await api.putMetadata(server, version, pick(metadata, right));
  for (const key of missing.slice(0, maxRestored)) {
    const more = [...right, key];
    const { status } = await api.putMetadata(server, version, pick(metadata, more));
    if (isSuccess(status)) right = more;
  }
}

interface Comparison extends MetadataDiff {
  readonly missing: readonly string[];
  /** What is wrong; an empty text for nothing. */
  readonly words: string;
}

/** A target that shows no map is taken to hold none: it may show one once there is one again. */
async function compareWithSnapshot(
  { server, version, metadata }: ServerSnapshot,
  api: MetadataApi,
): Promise<Comparison> {
  const { answer, metadata: stored } = await api.getMetadata(server, version);
  const difference = diffMetadata(metadata, stored ?? {});
  const isShown = stored !== undefined || answer.status === 200;
  const words = isShown ? describeDiff(difference) : `a GET of it is answered with status ${answer.status}`;
  return { ...difference, missing: [...difference.removed, ...difference.changed], words };
}

function pick(metadata: Metadata, keys: readonly string[]): Metadata {
  const picked = new Set(keys);
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => picked.has(key)));
}

/** A key that stands in a path as it is: whether it can be removed says something of every other key. */
const ordinary = /^[A-Za-z0-9_-]{1,255}$/;

/** So many are removed at most: which pairs there are, the target says. */
const maxRemoved = 500;

/**
 * Removes pairs one by one, by DELETE of an item. The first removal is watched: where it removes nothing, nothing else
 * is tried. Of very many pairs the first ones are removed. Gives whether the operation works, as far as that was seen.
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

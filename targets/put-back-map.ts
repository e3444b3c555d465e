import { isSuccess } from '../contracts/http/status';
import type { Metadata } from '../contracts/metadata';
import type { Api } from './api';
import type { Held } from './held';
import { differenceWords, type MapDifference, mapDifference } from './map-difference';
import { removePairs } from './remove-pairs';

/** So many pairs are put back one by one: a large map goes back as a whole, or the user is told what is missing. */
const most = 100;

/**
 * Has a server hold the map that it held before: by a PUT of all of it, and where that does not do, pair by pair.
 *
 * Gives the reason where it does not hold it then.
 */
export async function putBackMap(held: Held, api: Api): Promise<string | undefined> {
  const { server, version, metadata } = held;
  if ((await look(held, api)).words === '') return undefined;
  const { status } = await api.replace(server, version, metadata);
  const words = await putBackPairs(held, api, status);
  return words === '' ? undefined : `a PUT of its metadata was answered with status ${status}, and now ${words}`;
}

/**
 * Brings back what a PUT of the whole map did not, and removes what is there beside it.
 *
 * @param status of that PUT.
 * @returns by what the map differs after all, in words; an empty text where it does not.
 */
export async function putBackPairs(held: Held, api: Api, status: number): Promise<string> {
  const { server, version, metadata } = held;
  let now = await look(held, api);
  if (now.missing.length > 0) {
    await api.add(server, version, pick(metadata, now.missing));
    now = await look(held, api);
  }
  for (const key of now.missing.slice(0, most)) await api.putItem(server, version, key, metadata[key]);
  // A target that merges instead of replacing keeps the suite's pairs: the sibling operation may remove them.
  await removePairs(server, version, now.added, api);
  if (now.words !== '') now = await look(held, api);
  // What is refused as a whole may be taken without the pair that is in the way.
  if (now.words === '' || isSuccess(status)) return now.words;
  await replaceByMore(held, api, now);
  return (await look(held, api)).words;
}

/** Replaces the map by what is right of it, and then by one pair more at a time, as far as the target takes it. */
async function replaceByMore({ server, version, metadata }: Held, api: Api, { missing, added }: Look): Promise<void> {
  const absent = new Set(missing);
  let right = Object.keys(metadata).filter((key) => !absent.has(key));
  if (added.length > 0) await api.replace(server, version, pick(metadata, right));
  for (const key of missing.slice(0, most)) {
    const more = [...right, key];
    const { status } = await api.replace(server, version, pick(metadata, more));
    if (isSuccess(status)) right = more;
  }
}

interface Look extends MapDifference {
  readonly missing: readonly string[];
  /** What is wrong; an empty text for nothing. */
  readonly words: string;
}

/** A target that shows no map is taken to hold none: it may show one once there is one again. */
async function look({ server, version, metadata }: Held, api: Api): Promise<Look> {
  const { answer, metadata: stored } = await api.read(server, version);
  const difference = mapDifference(metadata, stored ?? {});
  const isShown = stored !== undefined || answer.status === 200;
  const words = isShown ? differenceWords(difference) : `a GET of it is answered with status ${answer.status}`;
  return { ...difference, missing: [...difference.gone, ...difference.altered], words };
}

function pick(metadata: Metadata, keys: readonly string[]): Metadata {
  const picked = new Set(keys);
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => picked.has(key)));
}

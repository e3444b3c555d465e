import { isSuccess } from '../contracts/http/status';
import type { Version } from '../contracts/metadata';
import type { Api, Server } from './api';
import { TargetTrouble } from './trouble';

/** A key that stands in a path as it is: whether it can be removed says something of every other key. */
const ordinary = /^[A-Za-z0-9_-]{1,255}$/;

/** So many are removed at most: which pairs there are, the target says. */
const most = 500;

/**
 * Removes pairs one by one, by DELETE of an item. The first removal is watched: where it removes nothing, nothing else
 * is tried. Of very many pairs the first ones are removed. Gives whether the operation works, as far as that was seen.
 */
export async function removePairs(
  server: Server,
  version: Version,
  keys: readonly string[],
  api: Api,
): Promise<boolean> {
  const watched = keys.find((key) => ordinary.test(key));
  if (watched !== undefined && !(await removes(server, version, watched, api))) return false;
  for (const key of keys.slice(0, most)) if (key !== watched) await api.removeItem(server, version, key);
  return true;
}

async function removes(server: Server, version: Version, key: string, api: Api): Promise<boolean> {
  try {
    const answer = await api.removeItem(server, version, key);
    if (answer === undefined || !isSuccess(answer.status)) return false;
  } catch (error) {
    if (error instanceof TargetTrouble) return false;
    throw error;
  }
  const { metadata } = await api.read(server, version);
  return metadata !== undefined && !Object.hasOwn(metadata, key);
}

import type { ClauseId } from '../../clauses';
import { type Exchange, jsonOf, type RecordedRequest } from '../../http/exchange';
import { asObject } from '../../http/json';
import type { Route } from '../../http/route';
import { type Metadata, sameMetadata } from '../../metadata';
import { formatMap } from '../../text/format-map';
import { type Finding, violated } from '../finding';
import type { RemovedPairs, TargetModel } from '../model';
import type { AcceptedReplace } from '../version-view';

/** The pairs that a replace removed, if a read shows that it worked. */
export function removedPairsOf({ before, sent }: AcceptedReplace, seen: Metadata): RemovedPairs | undefined {
  if (before === undefined || !sameMetadata(sent, seen)) return undefined;
  return { before: omitKeys(before, (key) => Object.hasOwn(sent, key) && sent[key] === before[key]), sent };
}

/** The removed pairs after a request that sets or removes single pairs: it may set a removed pair again. */
export function withoutKeysOf(removed: RemovedPairs | undefined, request: RecordedRequest): RemovedPairs | undefined {
  if (request.method === 'DELETE') return removed;
  const named = keysNamedBy(request);
  if (removed === undefined || named === undefined) return undefined;
  return { ...removed, before: omitKeys(removed.before, (key) => named.has(key)) };
}

/** No other operation brings back a pair that a replace removed. */
export function judgeReappeared({ before, sent }: RemovedPairs, seen: Metadata): Finding[] {
  const reappeared = new Set(
    Object.keys(before).filter((key) => Object.hasOwn(seen, key) && seen[key] === before[key]),
  );
  const clauses = new Set([...reappeared].map((key) => clauseOf(key, sent)));
  const expected = `a map without ${formatMap(omitKeys(before, (key) => !reappeared.has(key)))}`;
  return [...clauses].flatMap((clause) => violated([clause], expected, formatMap(seen)));
}

function clauseOf(key: string, sent: Metadata): ClauseId {
  if (Object.hasOwn(sent, key)) return 'REPLACE-03';
  return Object.keys(sent).length > 0 ? 'REPLACE-02' : 'REPLACE-04';
}

function omitKeys(map: Metadata, isRemoved: (key: string) => boolean): Metadata {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !isRemoved(key)));
}

/** The keys of the pairs that such a request sets, from its path or its body. */
function keysNamedBy({ path, body }: RecordedRequest): ReadonlySet<string> | undefined {
  const [, item] = /\/metadata\/([^/?]+)/.exec(path) ?? [];
  if (item !== undefined) return new Set([decodeSegment(item)]);
  const metadata = asObject(asObject(jsonOf(body))?.metadata);
  return metadata && new Set(Object.keys(metadata));
}

/** The evidence may contain an invalid encoding. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Judges GET of a single pair. The page does not require this operation. If it is served, it must not show a pair that
 * a replace removed.
 */
export function judgeItem(state: TargetModel, { response }: Exchange, { serverId }: Route): Finding[] {
  const removed = state.servers.get(serverId)?.removedPairs;
  const meta = asObject(asObject(jsonOf(response.body))?.meta);
  if (response.status !== 200 || removed === undefined || meta === undefined) return [];
  return judgeReappeared(removed, meta as Metadata);
}

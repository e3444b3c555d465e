import type { ClauseId } from '../clauses';
import { jsonOf, type RecordedRequest } from '../http/exchange';
import { asObject } from '../http/json';
import { type Metadata, sameMetadata } from '../metadata';
import { broken, type Finding } from './finding';
import { show } from './show';
import type { Replaced } from './state';

/** What the last replace of a server has put out of use, and by what. */
export interface Superseded {
  /** Pairs that were there before, but for those that are there again as they were. */
  readonly before: Metadata;
  readonly sent: Metadata;
}

/** Once a replace was seen to have done what it should. */
export function supersededBy({ before, sent }: Replaced, seen: Metadata): Superseded | undefined {
  if (before === undefined || !sameMetadata(sent, seen)) return undefined;
  return { before: without(before, (key) => Object.hasOwn(sent, key) && sent[key] === before[key]), sent };
}

/** The same after a request that sets or removes pairs by another operation: what it sets may be as it was before. */
export function beside(superseded: Superseded | undefined, request: RecordedRequest): Superseded | undefined {
  if (request.method === 'DELETE') return superseded;
  const named = namedBy(request);
  if (superseded === undefined || named === undefined) return undefined;
  return { ...superseded, before: without(superseded.before, (key) => named.has(key)) };
}

/** Whatever other operations do to a map, they bring back nothing that a replace has put out of use. */
export function judgeBroughtBack({ before, sent }: Superseded, seen: Metadata): Finding[] {
  const back = new Set(Object.keys(before).filter((key) => Object.hasOwn(seen, key) && seen[key] === before[key]));
  const clauses = new Set([...back].map((key) => clauseOf(key, sent)));
  const expected = `a map without ${show(without(before, (key) => !back.has(key)))}`;
  return [...clauses].flatMap((clause) => broken([clause], expected, show(seen)));
}

function clauseOf(key: string, sent: Metadata): ClauseId {
  if (Object.hasOwn(sent, key)) return 'REPLACE-03';
  return Object.keys(sent).length > 0 ? 'REPLACE-02' : 'REPLACE-04';
}

function without(map: Metadata, isLeftOut: (key: string) => boolean): Metadata {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !isLeftOut(key)));
}

/** The keys of the pairs that a request to a sibling operation sets, in its path or its body. */
function namedBy({ path, body }: RecordedRequest): ReadonlySet<string> | undefined {
  const [, item] = /\/metadata\/([^/?]+)/.exec(path) ?? [];
  if (item !== undefined) return new Set([decoded(item)]);
  const metadata = asObject(asObject(jsonOf(body))?.metadata);
  return metadata && new Set(Object.keys(metadata));
}

/** Evidence of another's making may hold what is no encoding. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

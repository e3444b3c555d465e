import { type Exchange, jsonOf } from '../http/exchange';
import { parseMetadataBody } from '../http/parse-response';
import { type Metadata, sameMetadata } from '../metadata';
import type { Lost } from './state';

/** Milliseconds for which a request that nobody answered may wait, somewhere on its way, before it is carried out. */
const longestWait = 60_000;

/** The replaces that may still be carried out, with one that nobody answered. */
export function withLost(lost: readonly Lost[], { request, at }: Exchange): readonly Lost[] {
  const map = parseMetadataBody(jsonOf(request.body))?.metadata;
  const open = lost.filter((each) => at - each.at <= longestWait);
  return map === undefined ? open : [...open, { map, at }];
}

/** Whether a server shows what a replace has sent that nobody answered. */
export function isLateEffect(lost: readonly Lost[], seen: Metadata, at: number): boolean {
  return lost.some((each) => at - each.at <= longestWait && sameMetadata(each.map, seen));
}

import { type Exchange, jsonOf } from '../http/exchange';
import { asObject } from '../http/json';
import type { Route } from '../http/route';
import type { Metadata } from '../metadata';
import type { Finding } from './finding';
import type { State } from './state';
import { judgeBroughtBack } from './superseded';

/**
 * Judges what GET of a single pair shows. The page does not ask for that operation; but where it is served, it shows no
 * pair that a replace was seen to put out of use.
 */
export function judgeItem(state: State, { response }: Exchange, { serverId }: Route): Finding[] {
  const superseded = state.servers.get(serverId)?.superseded;
  const meta = asObject(asObject(jsonOf(response.body))?.meta);
  if (response.status !== 200 || superseded === undefined || meta === undefined) return [];
  return judgeBroughtBack(superseded, meta as Metadata);
}

import type { Exchange } from '../http/exchange';
import { isInconclusive } from '../http/inconclusive';
import { routeOf } from '../http/route';
import type { Profile } from '../profiles/profile';
import type { Finding } from './finding';
import { judgeItem } from './judge-item';
import { judgeMetadata } from './judge-metadata';
import { judgeMethod, judgeTrailingSlash } from './judge-method';
import { judgeReplace } from './judge-replace';
import { judgeServer } from './judge-server';
import type { State } from './state';

/**
 * What an exchange shows of each clause, given what was known before it. Pure: the same recorded exchanges give the
 * same findings anywhere. Looks at the recorded bytes alone, never at what a check or a generator meant to send.
 */
export function judge(state: State, exchange: Exchange, profile: Profile): Finding[] {
  const { method, path } = exchange.request;
  if (isInconclusive(exchange)) return [];
  const route = routeOf(path);
  if (route === undefined) return [];
  if (method === 'GET' && route.resource === 'server') return judgeServer(state, exchange, route);
  if (method === 'GET' && route.resource === 'item') return judgeItem(state, exchange, route);
  // Requests that meet are judged together, by the read that follows them.
  if (route.resource !== 'metadata' || exchange.race !== undefined) return [];
  if (route.trailingSlash) return method === 'PUT' ? judgeTrailingSlash(exchange, profile) : [];
  if (method === 'GET') return judgeMetadata(state, exchange, route, profile);
  if (method === 'PUT') return judgeReplace(state, exchange, route, profile);
  return method === 'PATCH' || method === 'DELETE' ? judgeMethod(exchange) : [];
}

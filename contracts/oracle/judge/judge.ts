import type { Exchange } from '../../http/exchange';
import { isInconclusive } from '../../http/inconclusive';
import { routeOf } from '../../http/route';
import { isSuccess, isUnavailable } from '../../http/status';
import { bindingOf, type Profile } from '../../profiles/profile';
import { type Finding, reading, satisfied, violated } from '../finding';
import type { TargetModel } from '../model';
import { judgeMetadata } from './judge-metadata';
import { judgeReplace } from './judge-replace';
import { judgeServer } from './judge-server';
import { judgeItem } from './removed-pairs';

/**
 * The findings of an exchange, given the model before it. Pure: equal recorded exchanges always give equal findings. It
 * uses only the recorded bytes, never the intent of a check or a generator.
 */
export function judge(state: TargetModel, exchange: Exchange, profile: Profile): Finding[] {
  const { method, path } = exchange.request;
  if (isInconclusive(exchange)) return [];
  const route = routeOf(path);
  if (route === undefined) return [];
  if (method === 'GET' && route.resource === 'server') return judgeServer(state, exchange, route);
  if (method === 'GET' && route.resource === 'item') return judgeItem(state, exchange, route);
  // The read after a race judges all its requests together.
  if (route.resource !== 'metadata' || exchange.race !== undefined) return [];
  if (route.trailingSlash) return method === 'PUT' ? judgeTrailingSlash(exchange, profile) : [];
  if (method === 'GET') return judgeMetadata(state, exchange, route, profile);
  if (method === 'PUT') return judgeReplace(state, exchange, route, profile);
  return method === 'PATCH' || method === 'DELETE' ? judgeMethod(exchange) : [];
}

/** Judges PATCH and DELETE of the collection by their status. A later read shows whether they had an effect. */
function judgeMethod(exchange: Exchange): Finding[] {
  const { status } = exchange.response;
  if (isUnavailable(status)) return [];
  return [reading('METHOD-02', status === 404 || status === 405 ? String(status) : 'another status')];
}

/** Judges a PUT whose path ends in a slash (METHOD-03). */
function judgeTrailingSlash(exchange: Exchange, profile: Profile): Finding[] {
  const { status } = exchange.response;
  if (isUnavailable(status)) return [];
  const expected = bindingOf('METHOD-02', profile).settled === undefined ? 'a refusal' : 'status 404';
  return isSuccess(status) ? violated(['METHOD-03'], expected, `status ${status}`) : [satisfied('METHOD-03')];
}

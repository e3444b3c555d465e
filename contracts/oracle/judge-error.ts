import type { ClauseId } from '../clauses';
import { type Exchange, jsonOf } from '../http/exchange';
import { asObject } from '../http/json';
import type { Route } from '../http/route';
import type { Profile } from '../profiles/profile';
import { isNovaErrorBody, novaErrorName } from '../schemas/bodies';
import { broken, type Finding, kept } from './finding';
import { orUnserved } from './or-unserved';
import type { State } from './state';

/** The token is looked at by a service before the API, whose errors have a form of their own. */
const otherServices: readonly ClauseId[] = ['ACCESS-01', 'ACCESS-02'];

/** Judges the body of a refusal that was due for this clause. */
export function judgeError(exchange: Exchange, clause: ClauseId, profile: Profile): Finding[] {
  const { status, body } = exchange.response;
  if (otherServices.includes(clause) || status < 400 || status > 499 || status === 413) return [];
  const json = asObject(jsonOf(body));
  const right = json !== undefined && (profile.errorBody === 'json' || isEnvelope(json, status));
  if (right) return [kept('ANSWER-05')];
  const expected = profile.errorBody === 'json' ? 'a JSON object' : envelope(status);
  const observed = 'text' in body ? JSON.stringify(body.text.slice(0, 200)) : 'bytes that are not UTF-8';
  return broken(orUnserved(['ANSWER-05'], status), expected, observed);
}

function envelope(status: number): string {
  return `{"${novaErrorName(status)}": {"code": ${status}, "message": "…"}}`;
}

/** Nova's envelope, whose name and code repeat the status. */
function isEnvelope(json: unknown, status: number): boolean {
  return isNovaErrorBody(json) && Object.values(json).every(({ code }) => code === status);
}

/** Whether an answer shows a value of the metadata of a server that is not the caller's; who repeats the request does not. */
export function showsForeign(state: State, route: Route, exchange: Exchange): boolean {
  const { body } = exchange.response;
  if (!('text' in body)) return false;
  const { body: sent } = exchange.request;
  const said = 'text' in sent ? sent.text : '';
  const maps = state.servers.get(route.serverId)?.views[route.version].candidates ?? [];
  // Values of fewer characters occur in any text by chance.
  const telling = maps.flatMap(({ map }) => Object.values(map)).filter((value) => value.length >= 8);
  return telling.some((value) => body.text.includes(value) && !said.includes(value));
}

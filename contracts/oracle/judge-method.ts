import type { Exchange } from '../http/exchange';
import { isSuccess, isUnavailable } from '../http/status';
import { bindingOf, type Profile } from '../profiles/profile';
import { broken, type Finding, kept, reading } from './finding';

/** Judges PATCH and DELETE of the collection by their status; whether they had an effect shows when it is read. */
export function judgeMethod(exchange: Exchange): Finding[] {
  const { status } = exchange.response;
  if (isUnavailable(status)) return [];
  return [reading('METHOD-02', status === 404 || status === 405 ? String(status) : 'another status')];
}

/** Judges a PUT whose path ends in a slash (METHOD-03). */
export function judgeTrailingSlash(exchange: Exchange, profile: Profile): Finding[] {
  const { status } = exchange.response;
  if (isUnavailable(status)) return [];
  const expected = bindingOf('METHOD-02', profile).settled === undefined ? 'a refusal' : 'status 404';
  return isSuccess(status) ? broken(['METHOD-03'], expected, `status ${status}`) : [kept('METHOD-03')];
}

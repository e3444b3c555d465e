import { type Exchange, isJson } from './exchange';
import { routeOf } from './route';
import { isNotServed, isSuccess, isUnavailable } from './status';

/** The status in the evidence of a request without a response. */
export const noResponse = 0;

type ExchangePart = Pick<Exchange, 'request' | 'response'>;

/**
 * True if a response may show the state of the network or of the moment, and not of the contract: no response, the
 * response of a gateway, a truncated one, one for an expired token, or one about a server that somebody deleted. The
 * sender decides whether it does. It may discard no other response.
 */
function mayBeInconclusive(exchange: ExchangePart): boolean {
  const { status } = exchange.response;
  return (
    status === noResponse || isUnavailable(status) || isCorruptResponse(exchange) || status === 401 || status === 404
  );
}

/**
 * True if the body is certainly not the intended one: a web page, or invalid JSON. Valid JSON is always intended,
 * whatever its content type is (ANSWER-04).
 */
export function isCorruptResponse({ request, response }: ExchangePart): boolean {
  const { status, headers, body } = response;
  const { method, path } = request;
  const route = routeOf(path);
  const isServed = method === 'GET' || (method === 'PUT' && route?.trailingSlash !== true);
  // A response for a path that is not served may have any form.
  if (!isServed && isNotServed(status)) return false;
  if (isJson(body)) return false;
  const type = headers['content-type'] ?? '';
  const isPage = /html/i.test(type) || ('text' in body && /^\s*</.test(body.text));
  const isEmpty = 'text' in body && body.text === '';
  const isDue = isServed && isSuccess(status) && status !== 204;
  const isMeant = isDue || (!isEmpty && /\bjson\b/i.test(type));
  return isPage || isMeant;
}

/** True if the sender discarded the response, and was allowed to. */
export function isInconclusive(exchange: Exchange): boolean {
  return exchange.fault !== undefined && mayBeInconclusive(exchange);
}

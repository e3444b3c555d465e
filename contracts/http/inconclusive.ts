import { type Exchange, isJson } from './exchange';
import { routeOf } from './route';
import { isNotServed, isSuccess, isUnavailable } from './status';

/** The status in evidence of a request that nobody answered. */
export const noResponse = 0;

type ExchangePart = Pick<Exchange, 'request' | 'response'>;

/**
 * Whether an answer may tell of the way to the target, or of the moment, and not of the contract: none at all, one of a
 * gateway, one that was cut off, one to a caller whose token has expired, or about a server that somebody has deleted.
 * Whether it does is for the one who sent the request to find out; no other answer may be passed over.
 */
export function mayBeInconclusive(exchange: ExchangePart): boolean {
  const { status } = exchange.response;
  return (
    status === noResponse || isUnavailable(status) || isCorruptResponse(exchange) || status === 401 || status === 404
  );
}

/**
 * Whether the body cannot be what the target meant to say: a web page, or JSON that is none. What is JSON is meant,
 * whatever its content type says (ANSWER-04).
 */
export function isCorruptResponse({ request, response }: ExchangePart): boolean {
  const { status, headers, body } = response;
  const { method, path } = request;
  const route = routeOf(path);
  const isServed = method === 'GET' || (method === 'PUT' && route?.trailingSlash !== true);
  // Whoever asks for what is not served may be told so in any form.
  if (!isServed && isNotServed(status)) return false;
  if (isJson(body)) return false;
  const type = headers['content-type'] ?? '';
  const isPage = /html/i.test(type) || ('text' in body && /^\s*</.test(body.text));
  const isEmpty = 'text' in body && body.text === '';
  const isDue = isServed && isSuccess(status) && status !== 204;
  const isMeant = isDue || (!isEmpty && /\bjson\b/i.test(type));
  return isPage || isMeant;
}

/** Whether the exchange is one that its sender passed over, and may pass over. */
export function isInconclusive(exchange: Exchange): boolean {
  return exchange.fault !== undefined && mayBeInconclusive(exchange);
}

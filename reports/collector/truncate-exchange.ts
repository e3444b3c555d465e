import type { ExchangeRecorded } from '../../contracts/evidence/events';
import type { Body } from '../../contracts/http/exchange';
import { truncate } from '../../contracts/text/truncate';

/** Responses up to these sizes stay whole, in characters: one response, and all responses of a check. */
const limits = { each: 500_000, inAll: 4_000_000 };

/** The characters that stay of a larger response. The evidence has the rest. */
const truncatedSize = 10_000;

/**
 * The exchange for the memory, with a truncated body if it is large.
 *
 * @param used the characters of the responses of this check that are in memory already.
 */
export function truncateExchange(exchanged: ExchangeRecorded, used: number): ExchangeRecorded {
  const { exchange } = exchanged;
  const { response } = exchange;
  const size = responseSize(exchanged);
  if (size <= truncatedSize || (size <= limits.each && used + size <= limits.inAll)) return exchanged;
  return { ...exchanged, exchange: { ...exchange, response: { ...response, body: truncateBody(response.body) } } };
}

/** The characters of the body of a response. */
export function responseSize({ exchange: { response } }: ExchangeRecorded): number {
  return 'text' in response.body ? response.body.text.length : response.body.base64.length;
}

function truncateBody(body: Body): Body {
  return 'text' in body
    ? { text: truncate(body.text, truncatedSize).text }
    : { base64: truncate(body.base64, truncatedSize).text };
}

import type { ExchangeRecorded } from '../../contracts/evidence/events';
import type { Body } from '../../contracts/http/exchange';
import { truncate } from '../../contracts/text/truncate';

/** Characters of answers that are held in full, of one and of all that a check was given: the evidence has the rest. */
const limits = { each: 500_000, inAll: 4_000_000 };

/** Characters that are held of an answer for which there is no room. */
const truncatedSize = 10_000;

/** The exchange as it is held in memory, where so many characters of answers are held already. */
export function truncateExchange(exchanged: ExchangeRecorded, held: number): ExchangeRecorded {
  const { exchange } = exchanged;
  const { response } = exchange;
  const size = responseSize(exchanged);
  if (size <= truncatedSize || (size <= limits.each && held + size <= limits.inAll)) return exchanged;
  return { ...exchanged, exchange: { ...exchange, response: { ...response, body: truncateBody(response.body) } } };
}

/** Characters of the body of an answer. */
export function responseSize({ exchange: { response } }: ExchangeRecorded): number {
  return 'text' in response.body ? response.body.text.length : response.body.base64.length;
}

function truncateBody(body: Body): Body {
  return 'text' in body
    ? { text: truncate(body.text, truncatedSize).text }
    : { base64: truncate(body.base64, truncatedSize).text };
}

import type { ExchangeRecorded } from '../../contracts/evidence/events';
import type { Body } from '../../contracts/http/exchange';
import { truncate } from '../../contracts/text/truncate';

/** Characters of responses that are kept whole: of one, and of all of a check. The evidence has the rest. */
const limits = { each: 500_000, inAll: 4_000_000 };

/** Characters that are kept of a response above these limits. */
const truncatedSize = 10_000;

/** The exchange as it is kept in memory. `held`: characters of responses that are kept already. */
export function truncateExchange(exchanged: ExchangeRecorded, held: number): ExchangeRecorded {
  const { exchange } = exchanged;
  const { response } = exchange;
  const size = responseSize(exchanged);
  if (size <= truncatedSize || (size <= limits.each && held + size <= limits.inAll)) return exchanged;
  return { ...exchanged, exchange: { ...exchange, response: { ...response, body: truncateBody(response.body) } } };
}

/** Characters of the body of a response. */
export function responseSize({ exchange: { response } }: ExchangeRecorded): number {
  return 'text' in response.body ? response.body.text.length : response.body.base64.length;
}

function truncateBody(body: Body): Body {
  return 'text' in body
    ? { text: truncate(body.text, truncatedSize).text }
    : { base64: truncate(body.base64, truncatedSize).text };
}

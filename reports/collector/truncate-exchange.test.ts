import type { ExchangeRecorded } from '../../contracts/evidence/events';
import { makeExchange } from '../testing/exchanges';
import { responseSize, truncateExchange } from './truncate-exchange';

const exchanged = (size: number): ExchangeRecorded => ({
  kind: 'exchange',
  exchange: makeExchange({ body: 'x'.repeat(size) }),
  findings: [],
});

test.each([
  ['of an ordinary answer all is held', 66_000, 0, 66_000],
  ['of a huge one the beginning', 8_000_000, 0, 10_000],
  ['of one that there is no room for as well', 66_000, 4_000_000, 10_000],
  ['for a small one there is always room', 700, 4_000_000, 700],
])('%s', (_, size, held, expected) => {
  const kept = truncateExchange(exchanged(size), held);
  expect(responseSize(kept)).toBe(expected);
  expect(kept.exchange.request).toEqual(exchanged(size).exchange.request);
});

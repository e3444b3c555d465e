import type { ExchangeRecorded } from '../../contracts/evidence/events';
import { makeExchange } from '../testing/exchanges';
import { responseSize, truncateExchange } from './truncate-exchange';

const exchanged = (size: number): ExchangeRecorded => ({
  kind: 'exchange',
  exchange: makeExchange({ body: 'x'.repeat(size) }),
  findings: [],
});

test.each([
  ['an ordinary response stays whole', 66_000, 0, 66_000],
  ['a huge response is truncated', 8_000_000, 0, 10_000],
  ['a response beyond the total is truncated', 66_000, 4_000_000, 10_000],
  ['a small response always stays whole', 700, 4_000_000, 700],
])('%s', (_, size, used, expected) => {
  const stored = truncateExchange(exchanged(size), used);
  expect(responseSize(stored)).toBe(expected);
  expect(stored.exchange.request).toEqual(exchanged(size).exchange.request);
});

import { makeExchange } from '../../reports/testing/exchanges';
import { requestLine } from './request-line';

test('an exchange is one line, in which long ids are cut', () => {
  const path = '/v2.1/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e/servers/00000000-0000-4000-8000-000000000001/metadata';
  const exchange = { ...makeExchange({ status: 400, request: { path } }), check: 'KEY-03 v2.1 refuses an empty key' };
  expect(requestLine(exchange)).toBe(
    'PUT /v2.1/…a1ab1e/servers/…000001/metadata 400 1.0 ms KEY-03 v2.1 refuses an empty key',
  );
});

test('what is special of it is told', () => {
  const noted = {
    ...makeExchange({ status: 0 }),
    fault: 'the connection was reset',
    retried: true,
    aside: true,
  } as const;
  expect(requestLine(noted)).toMatch(
    / no response 1\.0 ms check \(setup, retry, discarded: the connection was reset\)$/,
  );
});

test('a long path is cut', () => {
  const path = `/v2.1/p/servers/s/metadata/${'k'.repeat(10_000)}`;
  expect(requestLine(makeExchange({ request: { path } })).length).toBeLessThan(160);
});

import { toBody } from '../../contracts/http/exchange';
import type { Failure } from '../result/result';
import { makeExchange } from '../testing/exchanges';
import { makeResult } from '../testing/results';
import { renderHar } from './har';

const path = '/v2.1/p/servers/a/metadata?x=1&y=';
const failure: Failure = {
  check: 'check',
  title: 'refuses a newline',
  expected: 'status 400',
  observed: 'status 200',
  exchange: 2,
  given: [],
  exchanges: [
    makeExchange({ number: 1, request: { path, body: toBody(Buffer.from([0xff])) } }),
    makeExchange({ number: 2, body: '{"metadata":{}}', headers: { 'content-type': 'application/json' } }),
  ],
};
const { log } = JSON.parse(renderHar(makeResult({ 'KEY-06': { verdict: 'failed', failures: [failure, failure] } })));

test('each failure is a page, and each of its exchanges an entry of it', () => {
  expect(log).toMatchObject({ version: '1.2', creator: { name: 'ecs-metadata-conformance' } });
  expect(log.pages.map(({ id }: { id: string }) => id)).toEqual(['KEY-06/1', 'KEY-06/2']);
  expect(log.entries.map(({ pageref }: { pageref: string }) => pageref)).toEqual([
    ...['KEY-06/1', 'KEY-06/1'],
    ...['KEY-06/2', 'KEY-06/2'],
  ]);
  expect(log.pages[0].comment).toBe('expected status 400, observed status 200');
});

test('an entry holds the exchange as it was sent, with the token replaced, and when', () => {
  const [first, second] = log.entries;
  expect(first).toMatchObject({
    startedDateTime: '2026-01-01T00:00:00.001Z',
    time: 1,
    _number: 1,
    _showsFailure: false,
    request: {
      method: 'PUT',
      url: `http://ecs.example.com${path}`,
      headers: expect.arrayContaining([{ name: 'x-auth-token', value: '$TOKEN' }]),
      queryString: [
        { name: 'x', value: '1' },
        { name: 'y', value: '' },
      ],
      postData: { mimeType: 'application/json', text: '', _base64: '/w==' },
      bodySize: 1,
    },
  });
  expect(second).toMatchObject({
    _showsFailure: true,
    request: { postData: { text: '{"metadata":{"a":"1"}}' } },
    response: { status: 200, content: { size: 15, mimeType: 'application/json', text: '{"metadata":{}}' } },
  });
});

test('every member that HAR 1.2 requires is there', () => {
  const required = {
    entry: ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
    request: ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'],
    response: ['status', 'statusText', 'httpVersion', 'cookies', 'headers', 'content', 'redirectURL', 'headersSize'],
    timings: ['send', 'wait', 'receive'],
    page: ['startedDateTime', 'id', 'title', 'pageTimings'],
  };
  for (const page of log.pages) expect(Object.keys(page)).toEqual(expect.arrayContaining(required.page));
  for (const entry of log.entries) {
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(required.entry));
    for (const part of ['request', 'response', 'timings'] as const)
      expect(Object.keys(entry[part])).toEqual(expect.arrayContaining(required[part]));
  }
});

test('a run without failures has an empty log', () => {
  expect(JSON.parse(renderHar(makeResult({}))).log).toMatchObject({ pages: [], entries: [], comment: 'conformant' });
});

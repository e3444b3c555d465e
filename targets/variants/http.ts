import { gzipSync } from 'node:zlib';
import type { OutgoingResponse } from '../embedded/http';
import { changeResponses } from './helpers';
import { variant } from './variant';

export const bodyChunked = variant({
  name: 'body-chunked',
  description: 'Sends chunked responses without a Content-Length.',
  isOfTransport: true,
  handle: changeResponses((answer) =>
    answer.status === 204 ? answer : { ...answer, headers: { ...answer.headers, 'transfer-encoding': 'chunked' } },
  ),
});

export const bodyCompressed = variant({
  name: 'body-compressed',
  description: 'Compresses responses for clients that accept gzip.',
  isOfTransport: true,
  handle: changeResponses((answer, { headers }) => {
    if (answer.status === 204 || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return answer;
    return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: gzipSync(answer.body) };
  }),
});

export const bodyTrailed = variant({
  name: 'body-trailed',
  description: 'Sends chunked responses and announces a trailer field.',
  isOfTransport: true,
  handle: changeResponses((answer) =>
    answer.status === 204
      ? answer
      : { ...answer, headers: { ...answer.headers, 'transfer-encoding': 'chunked', trailer: 'x-checksum' } },
  ),
});

export const bodyUntilClose = variant({
  name: 'body-until-close',
  description: 'Closes the connection to end a response, without a Content-Length, as in HTTP/1.0.',
  isOfTransport: true,
  handle: changeResponses((answer) => ({ ...answer, untilClose: true })),
});

export const connectionClosedAtTimes = variant({
  name: 'connection-closed-at-times',
  description: 'Closes a persistent connection after every seventh response, like a gateway that reloads its rules.',
  isOfTransport: true,
  behaviour: () => {
    let count = 0;
    return {
      handle: changeResponses((answer) => {
        count += 1;
        return count % 7 === 0 ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer;
      }),
    };
  },
});

export const connectionClosed = variant({
  name: 'connection-closed',
  description: 'Closes the connection after each response.',
  isOfTransport: true,
  handle: changeResponses((answer) => ({ ...answer, headers: { ...answer.headers, connection: 'close' } })),
});

export const headersMany = variant({
  name: 'headers-many',
  description: 'Sends the additional headers of gateways and clouds.',
  handle: changeResponses((answer) => ({
    ...answer,
    headers: {
      ...answer.headers,
      'x-compute-request-id': 'req-00000000-0000-4000-8000-000000000000',
      'x-request-id': '0',
      server: 'gateway',
      'set-cookie': 'lb=1; Path=/; HttpOnly',
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'no-store',
      vary: 'X-OpenStack-Nova-API-Version',
      etag: 'W/"0"',
      link: '</v2.1>; rel="self"',
    },
  })),
});

export const typeInCapitals = variant({
  name: 'type-in-capitals',
  description: 'Writes the Content-Type in capitals and quotes the charset, which is the same type (RFC 9110, 8.3.1).',
  handle: changeResponses((answer) => typed(answer, 'Application/JSON;Charset="utf-8"')),
});

function typed(answer: OutgoingResponse, type: string): OutgoingResponse {
  const isJson = answer.headers['content-type'] === 'application/json';
  return isJson ? { ...answer, headers: { ...answer.headers, 'content-type': type } } : answer;
}

export const typeWithCharset = variant({
  name: 'type-with-charset',
  description: 'Adds a charset to the Content-Type.',
  handle: changeResponses((answer) => typed(answer, 'application/json; charset=UTF-8')),
});

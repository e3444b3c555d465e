import type { Clock } from '../http/clock';
import type { HttpResponse } from '../http/message';
import { chunkPauseMs, type Network, type SendBytes, splitBody, type Transport } from '../http/transport';
import type { Endpoint } from './endpoint';
import type { IncomingRequest, OutgoingResponse } from './http';

/**
 * Delivers one request to an endpoint, and its response to the caller. It may delay, lose or replace either of them.
 *
 * @param timeout of the caller, in milliseconds.
 * @throws an error with a code of Node if the caller receives no response.
 */
export type NetworkMiddleware = (
  request: IncomingRequest,
  deliver: (request: IncomingRequest) => Promise<OutgoingResponse>,
  timeout: number,
) => Promise<OutgoingResponse>;

/**
 * A network without sockets to the embedded endpoint.
 *
 * @param carry adds latency and faults.
 */
export function createInMemoryNetwork(endpoint: Endpoint, clock: Clock, carry: NetworkMiddleware): Network {
  let opened = 0;
  return {
    clock,
    open: ({ url, timeout }): Transport => {
      const free: number[] = [];
      const send: SendBytes = async (sent, headers) => {
        const connection = free.pop() ?? opened++;
        const request = incoming(new URL(`${url}${sent.path}`), sent, headers, connection);
        if (sent.transfer === 'in pieces') await clock.sleep(chunkPauseMs);
        try {
          return toResponse(
            await carry(request, (each) => endpoint.respond(each), Math.min(sent.timeout ?? timeout, timeout)),
          );
        } finally {
          free.push(connection);
        }
      };
      return { send, close: () => undefined };
    },
  };
}

function incoming(
  { pathname, search }: URL,
  { method, body = Buffer.alloc(0), transfer }: Parameters<SendBytes>[0],
  headers: Readonly<Record<string, string>>,
  connection: number,
): IncomingRequest {
  const isCut = transfer !== undefined;
  const allHeaders =
    body.length === 0 || transfer === 'chunked' ? headers : { ...headers, 'content-length': String(body.length) };
  return {
    method,
    url: `${pathname}${search}`,
    headers: Object.fromEntries(Object.entries(allHeaders).map(([name, value]) => [name.toLowerCase(), value])),
    body,
    chunks: isCut ? splitBody(body) : [body],
    headerNames: Object.keys(allHeaders),
    connection,
  };
}

function toResponse({ status, headers, body }: OutgoingResponse): HttpResponse {
  const bytes = status === 204 ? Buffer.alloc(0) : Buffer.from(body as Buffer);
  const allHeaders = status === 204 ? headers : { ...headers, 'content-length': String(bytes.length) };
  return { status, headers: allHeaders, body: bytes };
}

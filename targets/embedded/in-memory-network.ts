import type { Clock } from '../http/clock';
import type { HttpResponse } from '../http/message';
import { chunkPauseMs, type Network, type SendBytes, splitBody, type Transport } from '../http/transport';
import type { Endpoint } from './endpoint';
import type { IncomingRequest, OutgoingResponse } from './http';

/**
 * Carries one request to an endpoint and its answer back. It may delay either, lose it, or send another one.
 *
 * @param timeout milliseconds after which the caller gives up.
 * @throws an error with a code of Node where the caller gets no answer.
 */
export type NetworkMiddleware = (
  request: IncomingRequest,
  deliver: (request: IncomingRequest) => Promise<OutgoingResponse>,
  timeout: number,
) => Promise<OutgoingResponse>;

/**
 * A network without sockets, between a run and the embedded endpoint.
 *
 * @param carry is where the latency is, and every fault.
 */
export function createInMemoryNetwork(endpoint: Endpoint, clock: Clock, carry: NetworkMiddleware): Network {
  let opened = 0;
  return {
    clock,
    open: ({ url, timeout }): Transport => {
      const free: number[] = [];
      const send: SendBytes = async (asked, headers) => {
        const connection = free.pop() ?? opened++;
        const request = incoming(new URL(`${url}${asked.path}`), asked, headers, connection);
        if (asked.transfer === 'in pieces') await clock.sleep(chunkPauseMs);
        try {
          return answerOf(
            await carry(request, (each) => endpoint.respond(each), Math.min(asked.timeout ?? timeout, timeout)),
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
  const lengthened =
    body.length === 0 || transfer === 'chunked' ? headers : { ...headers, 'content-length': String(body.length) };
  return {
    method,
    url: `${pathname}${search}`,
    headers: Object.fromEntries(Object.entries(lengthened).map(([name, value]) => [name.toLowerCase(), value])),
    body,
    chunks: isCut ? splitBody(body) : [body],
    headerNames: Object.keys(lengthened),
    connection,
  };
}

function answerOf({ status, headers, body }: OutgoingResponse): HttpResponse {
  const bytes = status === 204 ? Buffer.alloc(0) : Buffer.from(body as Buffer);
  const lengthened = status === 204 ? headers : { ...headers, 'content-length': String(bytes.length) };
  return { status, headers: lengthened, body: bytes };
}

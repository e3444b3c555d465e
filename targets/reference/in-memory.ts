import type { Clock } from '../clock';
import type { Network, Transport } from '../network';
import { pauseBetweenPieces, piecesOf, type Send } from '../sender';
import type { Answer } from '../wire';
import type { Endpoint } from './endpoint';
import type { Incoming, Outgoing } from './http-message';

/**
 * Carries one request to an endpoint and its answer back. It may delay either, lose it, or send another one.
 *
 * @param timeout milliseconds after which the caller gives up.
 * @throws an error with a code of Node where the caller gets no answer.
 */
export type Carry = (
  request: Incoming,
  deliver: (request: Incoming) => Promise<Outgoing>,
  timeout: number,
) => Promise<Outgoing>;

/**
 * A network without sockets, between a run and the embedded endpoint.
 *
 * @param carry is where the latency is, and every fault.
 */
export function inMemory(endpoint: Endpoint, clock: Clock, carry: Carry): Network {
  let opened = 0;
  return {
    clock,
    open: ({ url, timeout }): Transport => {
      const free: number[] = [];
      const send: Send = async (asked, headers) => {
        const connection = free.pop() ?? opened++;
        const request = incoming(new URL(`${url}${asked.path}`), asked, headers, connection);
        if (asked.transfer === 'in pieces') await clock.sleep(pauseBetweenPieces);
        try {
          return answerOf(
            await carry(request, (each) => endpoint.answer(each), Math.min(asked.timeout ?? timeout, timeout)),
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
  { method, body = Buffer.alloc(0), transfer }: Parameters<Send>[0],
  headers: Readonly<Record<string, string>>,
  connection: number,
): Incoming {
  const isCut = transfer !== undefined;
  const lengthened =
    body.length === 0 || transfer === 'chunked' ? headers : { ...headers, 'content-length': String(body.length) };
  return {
    method,
    url: `${pathname}${search}`,
    headers: Object.fromEntries(Object.entries(lengthened).map(([name, value]) => [name.toLowerCase(), value])),
    body,
    pieces: isCut ? piecesOf(body) : [body],
    names: Object.keys(lengthened),
    connection,
  };
}

function answerOf({ status, headers, body }: Outgoing): Answer {
  const bytes = status === 204 ? Buffer.alloc(0) : Buffer.from(body as Buffer);
  const lengthened = status === 204 ? headers : { ...headers, 'content-length': String(bytes.length) };
  return { status, headers: lengthened, body: bytes };
}

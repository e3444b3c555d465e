import { isUtf8 } from 'node:buffer';
import type { Agent, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { type Connection, createAgent } from './agent';
import { type Clock, realClock } from './clock';
import type { HttpRequest, HttpResponse } from './message';

/** Carries requests to one destination, over connections that are kept alive. */
export interface Transport {
  readonly send: SendBytes;
  close(): void;
}

/** How requests get to a target, and the clock by which they are timed. */
export interface Network {
  readonly clock: Clock;
  open(to: Destination & Connection): Transport;
}

/** HTTP over real connections. */
export const realNetwork: Network = {
  clock: realClock,
  open: (to) => {
    const agent = createAgent(to.url, to);
    return { send: createSend(to, agent), close: () => agent.destroy() };
  },
};

/** Where requests go, and how long is waited for an answer, in milliseconds. */
interface Destination {
  readonly url: string;
  readonly timeout: number;
  readonly proxy?: string | undefined;
}

/** Sends one request as it is, and gives whatever is answered. */
export type SendBytes = (
  asked: Pick<HttpRequest, 'method' | 'path' | 'body' | 'transfer' | 'timeout'>,
  headers: Readonly<Record<string, string>>,
) => Promise<HttpResponse>;

/** The most that is read of one answer, decompressed: bytes. The largest maps that are sent take a third of it. */
const maxResponseBytes = 8 * 1024 * 1024;

/** The way to one destination, over the connections of this agent. */
export function createSend({ url, timeout, proxy }: Destination, agent: Agent): SendBytes {
  // Once for all requests: it makes a function for each method that HTTP knows.
  const api = request(url);
  return async (asked, headers) => {
    const test = api[verb(asked.method)](asked.path)
      .agent(agent)
      .set(headers)
      .redirects(0)
      .ok(() => true)
      .timeout(Math.min(asked.timeout ?? timeout, timeout))
      .buffer(true)
      .maxResponseSize(maxResponseBytes)
      .parse(collectBytes);
    callBackOnce(test);
    const answer = await sendBody(test, asked);
    // Of the proxy, as it says to a request for a tunnel: no target asks for that.
    if (proxy !== undefined && answer.status === 407) throw new Error(`Bad response: ${answer.status}`);
    return { status: answer.status, headers: answer.headers as Record<string, string>, body: answer.body as Buffer };
  };
}

/** An answer that breaks off ends a request twice, and superagent prints that: the first time says why. */
function callBackOnce(test: request.Test): void {
  const ending = test as unknown as { callback: (...result: unknown[]) => void };
  const end = ending.callback.bind(test);
  let isEnded = false;
  ending.callback = (...result) => {
    if (isEnded) return;
    isEnded = true;
    end(...result);
  };
}

async function sendBody(
  test: request.Test,
  { body, transfer }: Pick<HttpRequest, 'body' | 'transfer'>,
): Promise<request.Response> {
  if (body === undefined) return test;
  if (transfer === undefined) return test.serialize(serializeBody).send(body);
  if (transfer === 'in pieces') test.set('content-length', String(body.length));
  const [first, rest] = splitBody(body);
  // What is written by hand goes as it is: in chunks, unless the length is told.
  const stream = test as unknown as { write(piece: Buffer): boolean };
  stream.write(first);
  if (transfer === 'in pieces') await sleep(chunkPauseMs);
  stream.write(rest);
  return test;
}

/** The same bytes, as text where they are: superagent writes text at once, and sends bytes through a chain of streams. */
function serializeBody(body: Buffer): string {
  // Its types do not know that a serializer may give bytes, too.
  return (body.length > 0 && isUtf8(body) ? body.toString('utf8') : body) as string;
}

/** Long enough for a server that takes what has come for all, and no reason to give up on a client. */
export const chunkPauseMs = 300;

/** The two pieces of a body: it is cut within the first character of several bytes, where there is one. */
export function splitBody(body: Buffer): [Buffer, Buffer] {
  const wide = body.findIndex((byte) => byte >= 0x80);
  const place = wide < 0 ? Math.floor(body.length / 2) : wide + 1;
  return [body.subarray(0, place), body.subarray(place)];
}

function verb(method: HttpRequest['method']): 'get' | 'put' | 'post' | 'patch' | 'delete' {
  return method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete';
}

/** superagent would read the answer as its content type says; evidence wants the bytes. It sees to errors itself. */
function collectBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as IncomingMessage;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

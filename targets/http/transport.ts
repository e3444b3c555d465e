import { isUtf8 } from 'node:buffer';
import type { Agent, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { type Connection, createAgent } from './agent';
import { type Clock, realClock } from './clock';
import type { HttpRequest, HttpResponse } from './message';

/** Sends requests to one host, over connections that are kept alive. */
export interface Transport {
  readonly send: SendBytes;
  close(): void;
}

/** Opens transports. A test replaces it, together with its clock. */
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

/** A host, and how long to wait for its response, in milliseconds. */
interface Destination {
  readonly url: string;
  readonly timeout: number;
  readonly proxy?: string | undefined;
}

/** Sends one request as it is, and returns the response as it is. @throws an error with a code of Node for no response. */
export type SendBytes = (
  request: Pick<HttpRequest, 'method' | 'path' | 'body' | 'transfer' | 'timeout'>,
  headers: Readonly<Record<string, string>>,
) => Promise<HttpResponse>;

/** The largest response that is read, in bytes after decompression. The largest map of the suite takes a third of it. */
const maxResponseBytes = 8 * 1024 * 1024;

export function createSend({ url, timeout, proxy }: Destination, agent: Agent): SendBytes {
  // Once for all requests: supertest creates a function for each HTTP method.
  const api = supertest(url);
  return async (request, headers) => {
    const test = api[verb(request.method)](request.path)
      .agent(agent)
      .set(headers)
      .redirects(0)
      .ok(() => true)
      .timeout(Math.min(request.timeout ?? timeout, timeout))
      .buffer(true)
      .maxResponseSize(maxResponseBytes)
      .parse(collectBytes);
    callBackOnce(test);
    const { status, headers: received, body } = await sendBody(test, request);
    // 407 is a response of the proxy, never of the target. The proxy sends the same text when it rejects a tunnel.
    if (proxy !== undefined && status === 407) throw new Error(`Bad response: ${status}`);
    return { status, headers: received as Record<string, string>, body: body as Buffer };
  };
}

/** A truncated response ends a request twice. superagent would print the second error, but only the first has the cause. */
function callBackOnce(test: supertest.Test): void {
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
  test: supertest.Test,
  { body, transfer }: Pick<HttpRequest, 'body' | 'transfer'>,
): Promise<supertest.Response> {
  if (body === undefined) return test;
  if (transfer === undefined) return test.serialize(serializeBody).send(body);
  if (transfer === 'in pieces') test.set('content-length', String(body.length));
  const [first, rest] = splitBody(body);
  // Parts that are written one by one are sent in chunks, unless there is a content-length.
  const stream = test as unknown as { write(piece: Buffer): boolean };
  stream.write(first);
  if (transfer === 'in pieces') await sleep(chunkPauseMs);
  stream.write(rest);
  return test;
}

/** Converts UTF-8 to text: superagent writes text at once, but pipes bytes through several streams. */
function serializeBody(body: Buffer): string {
  // A serializer may return bytes, although its type says text.
  return (body.length > 0 && isUtf8(body) ? body.toString('utf8') : body) as string;
}

/** Pause between the two parts of a body: long enough to detect a server that reads only the first part. */
export const chunkPauseMs = 300;

/** Splits a body within its first multi-byte character, else in the middle. */
export function splitBody(body: Buffer): [Buffer, Buffer] {
  const wide = body.findIndex((byte) => byte >= 0x80);
  const middle = wide < 0 ? Math.floor(body.length / 2) : wide + 1;
  return [body.subarray(0, middle), body.subarray(middle)];
}

function verb(method: HttpRequest['method']): 'get' | 'put' | 'post' | 'patch' | 'delete' {
  return method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete';
}

/** Collects the bytes: superagent would parse them by their content type. It handles errors of the stream itself. */
function collectBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as IncomingMessage;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

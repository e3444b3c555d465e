import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import request from 'supertest';
import { type Exchange, toBody } from '../contracts/exchange';
import { type Caller, unknownToken } from '../contracts/tokens';
import { redactor } from './redactor';
import type { Target } from './target';
import { codeOf, troubleOf } from './trouble';

export interface WireRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly as: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends exact bytes to one target, over connections that are kept alive. */
export interface Wire {
  send(asked: WireRequest): Promise<Answer>;
  close(): void;
}

export type Recorded = Omit<Exchange, 'number' | 'check'>;

/**
 * Opens the wire to a target. Every exchange goes to `record`, secrets replaced, before its answer is given back.
 *
 * @throws {TargetTrouble} from `send`, when no answer comes.
 */
export function openWire(target: Target, record: (exchange: Recorded) => void): Wire {
  const options = { keepAlive: true, scheduling: 'lifo' as const };
  const agent = target.url.startsWith('https:')
    ? new https.Agent({ ...options, ...(target.ca === undefined ? {} : { ca: [...tls.rootCertificates, target.ca] }) })
    : new http.Agent(options);
  const clean = redactor({ own: target.token, other: target.otherToken });
  const began = performance.now();
  const token: Readonly<Record<Caller, string | undefined>> = {
    own: target.token,
    other: target.otherToken,
    unknown: unknownToken,
    none: undefined,
  };

  const exchange = async (asked: WireRequest, at: number, isRetried: boolean): Promise<Answer> => {
    const credential = token[asked.as];
    const headers = {
      'user-agent': 'ecs-metadata-conformance',
      accept: 'application/json',
      ...asked.headers,
      ...(credential === undefined ? {} : { 'x-auth-token': credential }),
    };
    const answer = await sendOnce(target, agent, asked, headers);
    const took = performance.now() - at;
    record({
      at: microseconds(at - began),
      took: microseconds(took),
      request: {
        method: asked.method,
        path: clean.text(asked.path),
        headers: mapValues(headers, clean.header),
        body: toBody(clean.bytes(asked.body ?? Buffer.alloc(0))),
      },
      response: {
        status: answer.status,
        headers: mapValues(answer.headers, clean.header),
        body: toBody(clean.bytes(answer.body)),
      },
      ...(isRetried ? { retried: true } : {}),
    });
    return answer;
  };

  return {
    send: async (asked) => {
      const at = performance.now();
      try {
        return await exchange(asked, at, false);
      } catch (error) {
        // A kept connection that the other side closes just then: the same request on a new one is safe, as every
        // request of this suite may come twice.
        if (!isReset(error)) throw troubleOf(error, target.url);
        return await exchange(asked, at, true).catch((again: unknown) => {
          throw troubleOf(again, target.url);
        });
      }
    },
    close: () => agent.destroy(),
  };
}

async function sendOnce(
  target: Target,
  agent: http.Agent,
  asked: WireRequest,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const test = request(target.url)
    [verb(asked.method)](asked.path)
    .agent(agent)
    .set(headers)
    .redirects(0)
    .ok(() => true)
    .timeout({ response: target.timeout, deadline: target.timeout * 2 })
    .buffer(true)
    .parse(collect);
  const answer = await (asked.body === undefined ? test : test.serialize((bytes) => bytes).send(asked.body));
  return { status: answer.status, headers: answer.headers as Record<string, string>, body: answer.body as Buffer };
}

function verb(method: WireRequest['method']): 'get' | 'put' | 'post' | 'patch' | 'delete' {
  return method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete';
}

/** superagent would read the answer as its content type says; evidence wants the bytes. It sees to errors itself. */
function collect(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as IncomingMessage;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

/** Milliseconds to three places. */
function microseconds(duration: number): number {
  return Math.round(duration * 1_000) / 1_000;
}

function isReset(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE'].includes(codeOf(error));
}

function mapValues(
  headers: Readonly<Record<string, unknown>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(String(value))]));
}

import http, { Agent } from 'node:http';
import { bytesOf, type Exchange } from '../contracts/http/exchange';
import { callerOf } from '../contracts/http/placeholders';
import type { RunningEndpoint } from '../targets/embedded/start-endpoint';
import type { HttpRequest } from '../targets/http/message';
import { createSend } from '../targets/http/transport';

/** Creates a function that sends one request to the endpoint, and waits for its response. */
export type Sender = (
  url: string,
  agent: Agent,
) => (
  request: Pick<HttpRequest, 'method' | 'path' | 'body'>,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** A request of a run, with its start and its duration in milliseconds. */
export type SentRequest = Pick<Exchange, 'at' | 'took' | 'request'>;

/**
 * Sends the requests of a run again, in the same order and with the same concurrency: each request waits for those that
 * had a response when it was sent in the run. Returns the exchanges per second.
 */
export async function replayRequests(
  endpoint: RunningEndpoint,
  sent: readonly SentRequest[],
  sender: Sender,
): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const send = sender(endpoint.url, agent);
  const rewrite = rewriteFor(endpoint);
  const inOrder = [...sent].sort((one, other) => one.at - other.at);
  const open = new Map<SentRequest, Promise<unknown>>();
  const began = performance.now();
  for (const one of inOrder) {
    for (const [earlier, response] of open) if (earlier.at + earlier.took <= one.at) await response;
    const { request, headers } = rewrite(one);
    open.set(
      one,
      send(request, headers).then(() => open.delete(one)),
    );
  }
  await Promise.all(open.values());
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return sent.length / seconds;
}

/** Rewrites a recorded request for this endpoint, with its tokens. */
function rewriteFor({ token, otherToken }: RunningEndpoint) {
  const tokens: Readonly<Record<string, string>> = { own: token, other: otherToken };
  return ({ request: { method, path, headers, body } }: SentRequest) => {
    const { 'x-auth-token': placeholder, 'transfer-encoding': _, ...rest } = headers;
    const caller = callerOf(placeholder);
    const token = caller === 'none' ? undefined : (tokens[caller] ?? 'unknown');
    const request = { method: method as HttpRequest['method'], path };
    return {
      request: method === 'GET' ? request : { ...request, body: bytesOf(body) },
      headers: token === undefined ? rest : { ...rest, 'x-auth-token': token },
    };
  };
}

/** Sends with Node's own HTTP client. */
export const sendBare: Sender =
  (url, agent) =>
  ({ method, path, body }, headers) =>
    new Promise<void>((done, fail) => {
      const request = http.request(`${url}${path}`, { method, agent, headers }, (response) => {
        response.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail).end(body);
    });

/** Sends with supertest, like the suite. */
export const sendBySupertest: Sender = (url, agent) => createSend({ url, timeout: 30_000 }, agent);

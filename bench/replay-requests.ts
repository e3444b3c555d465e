import http, { Agent } from 'node:http';
import { bytesOf, type Exchange } from '../contracts/http/exchange';
import { callerOf } from '../contracts/http/placeholders';
import type { RunningEndpoint } from '../targets/embedded/start-endpoint';
import type { HttpRequest } from '../targets/http/message';
import { createSend } from '../targets/http/transport';

/** A way to the endpoint: sends one request, and waits for its answer. */
export type Sender = (
  url: string,
  agent: Agent,
) => (
  asked: Pick<HttpRequest, 'method' | 'path' | 'body'>,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** A request of a run, and when it was under way, in milliseconds. */
export type SentRequest = Pick<Exchange, 'at' | 'took' | 'request'>;

/**
 * Sends the requests of a run again, in their order, with nothing around them. As many are under way at the same time as
 * were then: each waits for those that had been answered when it was sent. Gives the exchanges a second.
 */
export async function replayRequests(
  reference: RunningEndpoint,
  sent: readonly SentRequest[],
  way: Sender,
): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const send = way(reference.url, agent);
  const again = rewriteFor(reference);
  const inOrder = [...sent].sort((one, other) => one.at - other.at);
  const open = new Map<SentRequest, Promise<unknown>>();
  const began = performance.now();
  for (const one of inOrder) {
    for (const [earlier, answered] of open) if (earlier.at + earlier.took <= one.at) await answered;
    const { asked, headers } = again(one);
    open.set(
      one,
      send(asked, headers).then(() => open.delete(one)),
    );
  }
  await Promise.all(open.values());
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return sent.length / seconds;
}

/** Makes a recorded request one to this endpoint, whose tokens are its own. */
function rewriteFor({ token, otherToken }: RunningEndpoint) {
  const tokens: Readonly<Record<string, string>> = { own: token, other: otherToken };
  return ({ request: { method, path, headers, body } }: SentRequest) => {
    const { 'x-auth-token': placeholder, 'transfer-encoding': _, ...rest } = headers;
    const caller = callerOf(placeholder);
    const shown = caller === 'none' ? undefined : (tokens[caller] ?? 'unknown');
    const asked = { method: method as HttpRequest['method'], path };
    return {
      asked: method === 'GET' ? asked : { ...asked, body: bytesOf(body) },
      headers: shown === undefined ? rest : { ...rest, 'x-auth-token': shown },
    };
  };
}

/** Nothing but HTTP. */
export const sendBare: Sender =
  (url, agent) =>
  ({ method, path, body }, headers) =>
    new Promise<void>((done, fail) => {
      const request = http.request(`${url}${path}`, { method, agent, headers }, (response) => {
        response.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail).end(body);
    });

/** As the suite sends, by supertest. */
export const sendBySupertest: Sender = (url, agent) => createSend({ url, timeout: 30_000 }, agent);

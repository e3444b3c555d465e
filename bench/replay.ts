import { Agent } from 'node:http';
import { bytesOf, type Exchange } from '../contracts/http/exchange';
import { callerOf } from '../contracts/http/placeholders';
import type { RunningEndpoint } from '../targets/embedded/start-endpoint';
import type { HttpRequest } from '../targets/http/client';

/** A way to the endpoint: sends one request, and waits for its answer. */
export type Way = (
  url: string,
  agent: Agent,
) => (
  asked: Pick<HttpRequest, 'method' | 'path' | 'body'>,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** A request of a run, and when it was under way, in milliseconds. */
export type Sent = Pick<Exchange, 'at' | 'took' | 'request'>;

/**
 * Sends the requests of a run again, in their order, with nothing around them. As many are under way at the same time as
 * were then: each waits for those that had been answered when it was sent. Gives the exchanges a second.
 */
export async function replay(reference: RunningEndpoint, sent: readonly Sent[], way: Way): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const send = way(reference.url, agent);
  const again = asFor(reference);
  const inOrder = [...sent].sort((one, other) => one.at - other.at);
  const open = new Map<Sent, Promise<unknown>>();
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
function asFor({ token, otherToken }: RunningEndpoint) {
  const tokens: Readonly<Record<string, string>> = { own: token, other: otherToken };
  return ({ request: { method, path, headers, body } }: Sent) => {
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

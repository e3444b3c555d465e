import { Agent } from 'node:http';
import { bytesOf, type RecordedRequest } from '../contracts/exchange';
import { callerOf } from '../contracts/tokens';
import type { Reference } from '../targets/reference/reference';
import type { WireRequest } from '../targets/wire';

/** A way to the endpoint: sends one request, and waits for its answer. */
export type Way = (
  url: string,
  agent: Agent,
) => (
  asked: Pick<WireRequest, 'method' | 'path' | 'body'>,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** Sends recorded requests again, with nothing around them, on so many connections. Gives the exchanges a second. */
export async function replay(
  reference: Reference,
  lanes: number,
  requests: readonly RecordedRequest[],
  way: Way,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const send = way(reference.url, agent);
  const tokens: Readonly<Record<string, string>> = { own: reference.token, other: reference.otherToken };
  const again = ({ method, path, headers, body }: RecordedRequest) => {
    const { 'x-auth-token': placeholder, 'transfer-encoding': _, ...rest } = headers;
    const caller = callerOf(placeholder);
    const token = caller === 'none' ? undefined : (tokens[caller] ?? 'unknown');
    const asked = { method: method as WireRequest['method'], path };
    return send(
      method === 'GET' ? asked : { ...asked, body: bytesOf(body) },
      token === undefined ? rest : { ...rest, 'x-auth-token': token },
    );
  };
  let next = 0;
  const lane = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) await again(request);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return requests.length / seconds;
}

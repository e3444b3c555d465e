import http from 'node:http';
import { bytesOf, type RecordedRequest } from '../contracts/exchange';
import { callerOf } from '../contracts/tokens';
import type { Reference } from '../targets/reference/reference';

/** Sends recorded requests again with nothing but HTTP, on so many connections. Gives the exchanges a second. */
export async function bareLoop(
  reference: Reference,
  lanes: number,
  requests: readonly RecordedRequest[],
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: lanes });
  const tokens = { own: reference.token, other: reference.otherToken, unknown: 'unknown', none: undefined };
  const send = ({ method, path, headers, body }: RecordedRequest) =>
    new Promise<void>((done, fail) => {
      const { 'x-auth-token': placeholder, ...rest } = headers;
      const token = tokens[callerOf(placeholder)];
      const options = {
        method,
        agent,
        headers: { ...rest, ...(token === undefined ? {} : { 'x-auth-token': token }) },
      };
      const request = http.request(`${reference.url}${path}`, options, (response) => {
        response.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail).end(method === 'GET' ? undefined : bytesOf(body));
    });
  let next = 0;
  const lane = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) await send(request);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return requests.length / seconds;
}

import http from 'node:http';
import { metadataPath } from '../contracts/route';
import type { Reference } from '../targets/reference/reference';

/** Exchanges a second of nothing but HTTP: PUT and GET of a small map in turn, one server and one connection a lane. */
export async function bareLoop(reference: Reference, lanes: number, exchanges: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: lanes });
  const body = JSON.stringify({ metadata: { old: '1', both: '1' } });
  const headers = { 'x-auth-token': reference.token, 'content-type': 'application/json' };
  const send = (method: 'PUT' | 'GET', path: string) =>
    new Promise<void>((done, fail) => {
      const request = http.request(`${reference.url}${path}`, { method, agent, headers }, (response) => {
        response.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail).end(method === 'PUT' ? body : undefined);
    });
  const lane = async (index: number) => {
    const id = reference.serverIds[index % reference.serverIds.length] ?? '';
    const path = metadataPath('v2.1', reference.projectId, id);
    for (let count = 0; count < exchanges / lanes; count += 2) {
      await send('PUT', path);
      await send('GET', path);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  return exchanges / seconds;
}

import http from 'node:http';
import { createSend } from '../targets/http/transport';
import type { Way } from './replay';

/** Nothing but HTTP. */
export const bare: Way =
  (url, agent) =>
  ({ method, path, body }, headers) =>
    new Promise<void>((done, fail) => {
      const request = http.request(`${url}${path}`, { method, agent, headers }, (response) => {
        response.resume().once('end', done).once('error', fail);
      });
      request.once('error', fail).end(body);
    });

/** As the suite sends, by supertest. */
export const supertest: Way = (url, agent) => createSend({ url, timeout: 30_000 }, agent);

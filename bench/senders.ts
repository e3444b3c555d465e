import http from 'node:http';
import { sendOnce } from '../targets/send-once';
import type { Send } from './replay';

/** Nothing but HTTP. */
export const bare: Send = (url, agent, { method, path, body }, headers) =>
  new Promise<void>((done, fail) => {
    const request = http.request(`${url}${path}`, { method, agent, headers }, (response) => {
      response.resume().once('end', done).once('error', fail);
    });
    request.once('error', fail).end(body);
  });

/** As the suite sends, by supertest. */
export const supertest: Send = (url, agent, asked, headers) =>
  sendOnce({ url, timeout: 30_000 }, agent, asked, headers);

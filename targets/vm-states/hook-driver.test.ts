import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { realNetwork } from '../http/transport';
import { HookDriver } from './hook-driver';

const server: Server = createServer((incoming, outgoing) => {
  authorization = incoming.headers.authorization;
  outgoing.writeHead(status).end();
});
let authorization: string | undefined;
let status = 204;
let host: string;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const bring = (url: string) =>
  new HookDriver(url, 5_000, realNetwork).setVmState({ id: 's', projectId: 'p', as: 'own' }, 'active', 'stopped');

test('the user and the password in the URL of a hook are sent in a header', async () => {
  expect(await bring(`http://me:pass%20word@${host}/`)).toBeUndefined();
  expect(authorization).toBe(`Basic ${Buffer.from('me:pass word').toString('base64')}`);
  expect(await bring(`http://${host}/`)).toBeUndefined();
  expect(authorization).toBeUndefined();
});

test('and are not shown if the hook fails', async () => {
  status = 500;
  await expect(bring(`http://me:pw@${host}/hook?key=4711`)).rejects.toThrow(
    `the vm_state hook http://$SECRET@${host}/hook?… responded 500: it must respond 204 or 422`,
  );
  await expect(bring('http://me:pw@127.0.0.1:9/')).rejects.toThrow(
    'the vm_state hook http://$SECRET@127.0.0.1:9/ does not respond: is it up?',
  );
});

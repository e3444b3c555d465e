import { Agent, createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';

const opened = new Set<NetServer>();

afterAll(() => {
  for (const server of opened) {
    server.close();
    if ('closeAllConnections' in server) (server as Server).closeAllConnections();
  }
});

/** Has a server listen on loopback until the tests of the file have ended. Gives its address, `host:port`. */
export async function listen(server: NetServer): Promise<string> {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  opened.add(server);
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A target that answers as given. Gives its URL. */
export async function fakeTarget(answer: RequestListener): Promise<string> {
  return `http://${await listen(createServer(answer))}`;
}

export interface RelayedResponse {
  readonly method: string;
  readonly path: string;
  /** Of the request, counted from 1. */
  readonly number: number;
  readonly token: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/**
 * A target that relays everything to another one. Whatever `change` does to an answer, or waits for, comes before the
 * answer goes back: by then the other target has done what was asked.
 */
export function relay(to: string, change: (answer: RelayedResponse) => void | Promise<void>): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  let number = 0;
  return fakeTarget((incoming, outgoing) => {
    number += 1;
    const own = number;
    const { method = '', url: path = '', headers } = incoming;
    const onward = request(`${to}${path}`, { method, headers, agent }, async (answer) => {
      const relayed: RelayedResponse = {
        method,
        path,
        number: own,
        token: String(headers['x-auth-token'] ?? ''),
        status: answer.statusCode ?? 0,
        headers: { ...answer.headers },
        body: await textOf(answer),
      };
      await change(relayed);
      // Its length may not be what it was.
      const { 'content-length': _length, ...rest } = relayed.headers;
      outgoing.writeHead(relayed.status, rest).end(relayed.body);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

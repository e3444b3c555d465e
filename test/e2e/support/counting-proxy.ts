import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { connect } from 'node:net';
import { listen } from './fake-target';

export interface CountingProxy {
  readonly url: string;
  /** Requests by their hosts, as the proxy was asked for them. */
  readonly requests: Record<string, number>;
  /** Tunnels by their hosts. */
  readonly tunnels: Record<string, number>;
}

/**
 * A proxy that finds every host on loopback, and may want a user and a password.
 *
 * @param credentials `user:password`, as they stand in a URL.
 */
export async function countingProxy(credentials?: string): Promise<CountingProxy> {
  const proxy = { url: '', requests: {} as Record<string, number>, tunnels: {} as Record<string, number> };
  const isWelcome = ({ headers }: IncomingMessage) =>
    credentials === undefined ||
    headers['proxy-authorization'] === `Basic ${Buffer.from(decodeURIComponent(credentials)).toString('base64')}`;
  const server: Server = createServer((incoming, outgoing) => {
    const { hostname, port, pathname, search } = new URL(incoming.url ?? '');
    if (!isWelcome(incoming)) {
      outgoing.writeHead(407).end();
      return;
    }
    proxy.requests[hostname] = (proxy.requests[hostname] ?? 0) + 1;
    const { method, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, path: pathname + search, method, headers }, (answered) => {
      outgoing.writeHead(answered.statusCode ?? 0, answered.headers);
      answered.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming: IncomingMessage, socket, head: Buffer) => {
    const [host = '', port] = (incoming.url ?? '').split(':');
    if (!isWelcome(incoming)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    proxy.tunnels[host] = (proxy.tunnels[host] ?? 0) + 1;
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => onward.destroy());
  });
  const user = credentials === undefined ? '' : `${credentials}@`;
  proxy.url = `http://${user}${await listen(server)}`;
  return proxy;
}

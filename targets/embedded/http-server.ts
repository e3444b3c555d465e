import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { IncomingRequest, OutgoingResponse } from './http';

/** A server on loopback. */
export interface LoopbackServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves HTTP on 127.0.0.1.
 *
 * @param port 0 selects a free port.
 * @param handle sends the response to a complete request.
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function listenOnLoopback(
  port: number,
  handle: (request: IncomingRequest, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const connections = new WeakMap<Socket, number>();
  let opened = 0;
  const server = createServer(async (message, response) => {
    const request = await readRequest(message, connections.get(message.socket) ?? 0).catch(() => undefined);
    // The client closed the connection before the end of its request.
    if (request !== undefined) await handle(request, response);
  });
  server.on('connection', (socket) => {
    connections.set(socket, opened);
    opened += 1;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendResponse(request: IncomingRequest, outgoing: OutgoingResponse, response: ServerResponse): void {
  const isHead = request.method === 'HEAD';
  response.useChunkedEncodingByDefault = !outgoing.untilClose;
  response.writeHead(outgoing.status, withContentLength(outgoing));
  response.end(isHead ? undefined : outgoing.body);
}

async function readRequest(message: IncomingMessage, connection: number): Promise<IncomingRequest> {
  const chunks: Buffer[] = [];
  // Events, because an async iterator takes several times as long, and this runs for each request.
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(message, 'end');
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  const { method = '', url = '' } = message;
  const names = message.rawHeaders.filter((_, index) => index % 2 === 0);
  return { method, url, headers, body: Buffer.concat(chunks), chunks: chunks, headerNames: names, connection };
}

/** The headers of a response as they are sent. */
export function withContentLength({
  status,
  headers,
  body,
  untilClose,
}: OutgoingResponse): Record<string, string | number> {
  // 204 has no body. An endpoint that sends chunks sets transfer-encoding itself.
  if (status === 204 || untilClose || headers['transfer-encoding'] !== undefined) return headers;
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

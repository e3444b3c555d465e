import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { realClock } from '../http/clock';
import { createEndpoint, describeEndpoint, type EndpointDescription, type EndpointOptions } from './endpoint';
import type { IncomingRequest, OutgoingResponse } from './http';

export interface StartOptions extends EndpointOptions {
  /** 0, the default, selects a free port. */
  readonly port?: number;
}

/** A running embedded endpoint, with the values that a run needs. */
export interface RunningEndpoint extends EndpointDescription {
  close(): Promise<void>;
}

/**
 * Starts the embedded endpoint on loopback: a compliant implementation of the API, and a mock for client developers.
 *
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startEndpoint({ port = 0, ...options }: StartOptions = {}): Promise<RunningEndpoint> {
  const endpoint = createEndpoint(realClock, options);
  const connections = new WeakMap<Socket, number>();
  let opened = 0;
  const server = createServer(async (message, response) => {
    const request = await readRequest(message, connections.get(message.socket) ?? 0).catch(() => undefined);
    // The client closed the connection before the end of its request.
    if (request === undefined) return;
    const outgoing = await endpoint.respond(request);
    const isHead = request.method === 'HEAD';
    response.useChunkedEncodingByDefault = !outgoing.untilClose;
    response.writeHead(outgoing.status, withContentLength(outgoing));
    response.end(isHead ? undefined : outgoing.body);
  });
  server.on('connection', (socket) => {
    connections.set(socket, opened);
    opened += 1;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...describeEndpoint(url),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(message: IncomingMessage, connection: number): Promise<IncomingRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  const { method = '', url = '' } = message;
  const names = message.rawHeaders.filter((_, index) => index % 2 === 0);
  return { method, url, headers, body: Buffer.concat(chunks), chunks: chunks, headerNames: names, connection };
}

function withContentLength({ status, headers, body, untilClose }: OutgoingResponse): Record<string, string | number> {
  // 204 has no body. An endpoint that sends chunks sets transfer-encoding itself.
  if (status === 204 || untilClose || headers['transfer-encoding'] !== undefined) return headers;
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

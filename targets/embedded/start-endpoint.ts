import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { realClock } from '../http/clock';
import { createEndpoint, describeEndpoint, type EndpointDescription, type EndpointOptions } from './endpoint';
import type { IncomingRequest, OutgoingResponse } from './http';

export interface StartOptions extends EndpointOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
}

/** The embedded endpoint, as a run would name it. */
export interface RunningEndpoint extends EndpointDescription {
  close(): Promise<void>;
}

/**
 * Starts the embedded endpoint on loopback: a faithful implementation of the API, and a mock for client developers.
 *
 * @throws Node's error for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startEndpoint({ port = 0, ...options }: StartOptions = {}): Promise<RunningEndpoint> {
  const endpoint = createEndpoint(realClock, options);
  const connections = new WeakMap<Socket, number>();
  let opened = 0;
  const server = createServer(async (message, response) => {
    const request = await received(message, connections.get(message.socket) ?? 0).catch(() => undefined);
    // The client went away before it had sent all of its request: nobody is there to be answered.
    if (request === undefined) return;
    const answer = await endpoint.respond(request);
    const isHead = request.method === 'HEAD';
    response.useChunkedEncodingByDefault = !answer.untilClose;
    response.writeHead(answer.status, lengthened(answer));
    response.end(isHead ? undefined : answer.body);
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

async function received(message: IncomingMessage, connection: number): Promise<IncomingRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  const { method = '', url = '' } = message;
  const names = message.rawHeaders.filter((_, index) => index % 2 === 0);
  return { method, url, headers, body: Buffer.concat(chunks), chunks: chunks, headerNames: names, connection };
}

function lengthened({ status, headers, body, untilClose }: OutgoingResponse): Record<string, string | number> {
  // A status without a body has no length either; an endpoint that chunks its answer says so itself.
  if (status === 204 || untilClose || headers['transfer-encoding'] !== undefined) return headers;
  return { ...headers, 'content-length': Buffer.byteLength(body) };
}

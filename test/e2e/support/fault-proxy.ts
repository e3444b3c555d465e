import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { listen } from './fake-target';

/** One request on its way through the proxy. */
export interface PassingRequest {
  readonly method: string;
  readonly path: string;
  /** Counted from 1. */
  readonly number: number;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Has the target answer it. */
  ask(): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer }>;
}

/** Does something to a request instead of passing it on; undefined lets it pass. */
export type Fault = (passing: PassingRequest) => Promise<void> | undefined;

export interface FaultProxy {
  readonly url: string;
  readonly server: Server;
  /** Requests that met the fault. */
  faults: number;
}

/** A way to a target that a fault lies in. */
export async function faultProxy(to: string, fault: Fault): Promise<FaultProxy> {
  let number = 0;
  const server = createServer((incoming, outgoing) => {
    number += 1;
    const { method = '', url: path = '' } = incoming;
    const ask = () => forward(`${to}${path}`, incoming);
    const met = fault({ method, path, number, incoming, outgoing, ask });
    if (met !== undefined) proxy.faults += 1;
    const done =
      met ?? ask().then(({ status, type, body }) => respond(outgoing, status, body, { 'content-type': type }));
    done.catch(() => outgoing.destroy());
  });
  const proxy: FaultProxy = { url: `http://${await listen(server)}`, server, faults: 0 };
  return proxy;
}

const agent = new Agent({ keepAlive: true });

export function respond(
  outgoing: ServerResponse,
  status: number,
  body: Buffer | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  // An answer without a type has none.
  const { 'content-type': type, ...rest } = headers;
  outgoing.writeHead(status, { ...rest, ...(type ? { 'content-type': type } : {}) }).end(body);
}

/** Has another one answer the same request. */
export function forward(url: string, incoming: IncomingMessage): ReturnType<PassingRequest['ask']> {
  return new Promise((settle, reject) => {
    const { method, headers } = incoming;
    const onward = request(url, { method, headers, agent: agent }, async (answered) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answered) chunks.push(chunk as Buffer);
      const type = answered.headers['content-type'] ?? '';
      settle({ status: answered.statusCode ?? 0, type, body: Buffer.concat(chunks) });
    });
    onward.on('error', reject);
    incoming.pipe(onward);
  });
}

import type { ServerResponse } from 'node:http';
import type { IncomingRequest, OutgoingResponse } from '../../embedded/http';
import { sendResponse, withContentLength } from '../../embedded/http-server';
import type { Clock } from '../../http/clock';
import type { Fault, FaultEffect } from './fault';

/** An exchange between the mock and one client. */
export interface Delivery {
  readonly request: IncomingRequest;
  readonly response: ServerResponse;
  readonly clock: Clock;
  /** Aborts when the mock closes. */
  readonly signal: AbortSignal;
}

/**
 * Carries an exchange out with its faults.
 *
 * @param respond handles the request.
 * @param reject makes the error response of a status.
 * @return the status that the client got; undefined if it got none.
 */
export async function deliver(
  { request, response, clock, signal }: Delivery,
  faults: readonly Fault[],
  respond: () => Promise<OutgoingResponse>,
  reject: (status: number) => OutgoingResponse,
): Promise<number | undefined> {
  const find = <Kind extends FaultEffect['kind']>(kind: Kind) =>
    faults.find((fault): fault is Fault & { readonly kind: Kind } => fault.kind === kind);
  const drop = find('drop')?.instead;
  const status = find('status')?.status;
  const slow = find('slow-body');
  for (const fault of faults) if (fault.kind === 'latency') await clock.sleep(fault.duration, signal);
  if (drop === 'request') return reset(response);
  const outgoing = status === undefined ? await respond() : reject(status);
  if (drop === 'response') return reset(response);
  if (slow !== undefined) await sendSlowly({ request, response, clock, signal }, outgoing, slow.duration);
  else if (!truncate(find('truncate')?.bytes, outgoing, response)) sendResponse(request, outgoing, response);
  return outgoing.status;
}

/** The client sees ECONNRESET. */
function reset({ socket }: ServerResponse): undefined {
  socket?.resetAndDestroy();
}

/** False for a response that is not longer. */
function truncate(bytes: number | undefined, outgoing: OutgoingResponse, response: ServerResponse): boolean {
  const body = Buffer.from(outgoing.body as Buffer);
  if (bytes === undefined || body.length <= bytes) return false;
  response.writeHead(outgoing.status, withContentLength(outgoing));
  response.flushHeaders();
  response.write(body.subarray(0, bytes), () => response.socket?.end());
  return true;
}

/** The parts in which a slow body is sent. */
const parts = 10;

async function sendSlowly(
  { response, clock, signal }: Delivery,
  outgoing: OutgoingResponse,
  duration: number,
): Promise<void> {
  const body = Buffer.from(outgoing.body as Buffer);
  response.writeHead(outgoing.status, withContentLength(outgoing));
  response.flushHeaders();
  const size = Math.max(1, Math.ceil(body.length / parts));
  for (let start = 0; start < body.length && !response.destroyed; start += size) {
    await clock.sleep(duration / parts, signal);
    response.write(body.subarray(start, start + size));
  }
  response.end();
}

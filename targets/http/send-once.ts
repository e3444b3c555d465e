import { titleCaseHeaders, toBody } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import { withoutProject } from '../../contracts/http/route';
import { TargetUnavailableError } from '../errors';
import { describeUrl } from './agent';
import type { Credentials } from './credentials';
import type { HttpResponse, RecordedExchange } from './message';
import { toUnavailableError } from './network-errors';
import type { Send } from './pipeline';
import type { Target } from './target';
import type { Transport } from './transport';

/** The result of sending a request once: a response, or the error in its place. */
export interface Attempt {
  readonly response: HttpResponse | undefined;
  readonly error?: TargetUnavailableError;
  readonly exchange: RecordedExchange;
  /** The token that was sent. */
  readonly credential: string | undefined;
}

/**
 * The innermost step of the pipeline: adds the credentials and the common headers, sends the request, and replaces
 * secrets in the exchange.
 *
 * @param began the start of the run, by the clock of the target.
 */
export function createSendOnce(
  target: Target,
  transport: Transport,
  credentials: Credentials,
  began: number,
): Send<Attempt> {
  const { clock } = target.network;
  const place = describeUrl(target.url, target);
  return async (given, { attempt }) => {
    const keepsPath = target.uriForm.hasProject || given.isAsPage === true;
    const request = keepsPath ? given : { ...given, path: withoutProject(given.path) };
    const credential = await credentials.freshTokenOf(request.as);
    const headers = {
      'user-agent': 'ecs-metadata-conformance',
      accept: 'application/json',
      ...request.headers,
      ...(request.transfer === 'chunked' ? { 'transfer-encoding': 'chunked' } : {}),
      ...(credential === undefined ? {} : { 'x-auth-token': credential }),
    };
    const at = clock.now();
    const result = await transport
      .send(request, request.titleCaseHeaders ? titleCaseHeaders(headers) : headers)
      .catch((error: unknown) => toUnavailableError(error, place));
    const took = clock.now() - at;
    const response = result instanceof TargetUnavailableError ? undefined : result;
    if (response !== undefined && response.status < 300) credentials.markAccepted(request.as, credential);
    // Read after the response: it may contain a token that was issued after the request was sent.
    const { redactor } = credentials;
    const received = response ?? { status: noResponse, headers: {}, body: Buffer.alloc(0) };
    const exchange: RecordedExchange = {
      at: toMicroseconds(at - began),
      took: toMicroseconds(took),
      request: {
        method: request.method,
        path: redactor.text(request.path),
        headers: mapValues(headers, redactor.header),
        body: toBody(redactor.bytes(request.body ?? Buffer.alloc(0))),
      },
      response: {
        status: received.status,
        headers: mapValues(received.headers, redactor.header),
        body: toBody(redactor.bytes(received.body)),
      },
      ...(attempt > 1 ? { retried: true } : {}),
      ...(request.transfer === 'in pieces' ? { paused: true } : {}),
      ...(request.titleCaseHeaders ? { titled: true } : {}),
    };
    return { response, exchange, credential, ...(result instanceof TargetUnavailableError ? { error: result } : {}) };
  };
}

/** Rounds milliseconds to three decimal places. */
function toMicroseconds(duration: number): number {
  return Math.round(duration * 1_000) / 1_000;
}

function mapValues(
  headers: Readonly<Record<string, unknown>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  // A loop, because it runs for each exchange: Object.entries would allocate an array for each header.
  const changed: Record<string, string> = {};
  for (const name in headers) changed[name] = change(String(headers[name]));
  return changed;
}

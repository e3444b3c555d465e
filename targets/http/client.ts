import { type Exchange, titleCaseHeaders, toBody } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import type { Caller } from '../../contracts/http/placeholders';
import { withoutProject } from '../../contracts/http/route';
import { describeUrl } from './agent';
import { Credentials } from './credentials';
import { TargetUnavailableError, toUnavailableError } from './errors';
import { RateLimiter } from './rate-limit';
import { type Attempt, type RequestPolicy, sendWithRetry } from './retry';
import type { Target } from './target';
import type { Network } from './transport';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly as: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** How the body goes: at once; in chunks, without its length; or in two pieces with a pause between. */
  readonly transfer?: 'chunked' | 'in pieces' | undefined;
  /** The names of its headers go as many clients write them, `X-Auth-Token`: else in small letters. */
  readonly titleCaseHeaders?: boolean | undefined;
  /** The path goes as the page has it, also to a target without a project in the URI. */
  readonly isAsPage?: boolean | undefined;
  /** How long to wait for the answer, where not as long as usual: milliseconds. */
  readonly timeout?: number;
  /** That no answer comes, or one of a gateway, is the target's doing: it is not repeated, and the status is 0. */
  readonly acceptsNoResponse?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends exact bytes to one target, over connections that are kept alive. */
export interface HttpClient {
  readonly network: Network;
  send(asked: HttpRequest): Promise<HttpResponse>;
  close(): void;
}

export type RecordedExchange = Omit<Exchange, 'number' | 'check'>;

/**
 * Opens the wire to a target. Every exchange goes to `record`, secrets replaced, before its answer is given back.
 *
 * @throws {TargetUnavailableError} from `send`, when no answer comes that tells of the target.
 */
export function openClient(
  target: Target,
  record: (exchange: RecordedExchange) => void,
  manners: RequestPolicy = { rateLimiter: new RateLimiter(target.network.clock, target.maxRate) },
): HttpClient {
  const { network } = target;
  const { clock } = network;
  const transport = network.open(target);
  const keys = new Credentials(target);
  const place = describeUrl(target.url, target);
  const { began = clock.now() } = manners;

  const attempt = async (whole: HttpRequest, isRetried: boolean): Promise<Attempt> => {
    const isWhole = target.uriForm.hasProject || whole.isAsPage === true;
    const asked = isWhole ? whole : { ...whole, path: withoutProject(whole.path) };
    const credential = await keys.freshTokenOf(asked.as);
    const headers = {
      'user-agent': 'ecs-metadata-conformance',
      accept: 'application/json',
      ...asked.headers,
      ...(asked.transfer === 'chunked' ? { 'transfer-encoding': 'chunked' } : {}),
      ...(credential === undefined ? {} : { 'x-auth-token': credential }),
    };
    const at = clock.now();
    const sent = await transport
      .send(asked, asked.titleCaseHeaders ? titleCaseHeaders(headers) : headers)
      .catch((error: unknown) => toUnavailableError(error, place));
    const took = clock.now() - at;
    const answer = sent instanceof TargetUnavailableError ? undefined : sent;
    if (answer !== undefined && answer.status < 300) keys.markAccepted(asked.as, credential);
    // Only now: the answer may hold a token that is newer than the request.
    const { redactor } = keys;
    const { status, headers: shown, body } = answer ?? { status: noResponse, headers: {}, body: Buffer.alloc(0) };
    const recorded: RecordedExchange = {
      at: microseconds(at - began),
      took: microseconds(took),
      request: {
        method: asked.method,
        path: redactor.text(asked.path),
        headers: mapValues(headers, redactor.header),
        body: toBody(redactor.bytes(asked.body ?? Buffer.alloc(0))),
      },
      response: { status, headers: mapValues(shown, redactor.header), body: toBody(redactor.bytes(body)) },
      ...(isRetried ? { retried: true } : {}),
      ...(asked.transfer === 'in pieces' ? { paused: true } : {}),
      ...(asked.titleCaseHeaders ? { titled: true } : {}),
    };
    return { answer, recorded, credential, ...(sent instanceof TargetUnavailableError ? { error: sent } : {}) };
  };

  return {
    network,
    send: (asked) => sendWithRetry(asked, (isRetried) => attempt(asked, isRetried), record, manners, keys),
    close: () => transport.close(),
  };
}

/** Milliseconds to three places. */
function microseconds(duration: number): number {
  return Math.round(duration * 1_000) / 1_000;
}

function mapValues(
  headers: Readonly<Record<string, unknown>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  // Of every exchange: without the lists that would be made of it otherwise.
  const changed: Record<string, string> = {};
  for (const name in headers) changed[name] = change(String(headers[name]));
  return changed;
}

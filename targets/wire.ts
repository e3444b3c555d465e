import { type Exchange, titleCaseHeaders, toBody } from '../contracts/http/exchange';
import { noResponse } from '../contracts/http/inconclusive';
import type { Caller } from '../contracts/http/placeholders';
import { withoutProject } from '../contracts/http/route';
import { placeOf } from './connection';
import { Keys } from './keys';
import type { Network } from './network';
import { Pace } from './pace';
import { type Attempt, type Manners, patiently } from './patience';
import type { Target } from './target';
import { TargetTrouble, troubleOf } from './trouble';

export interface WireRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly as: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** How the body goes: at once; in chunks, without its length; or in two pieces with a pause between. */
  readonly transfer?: 'chunked' | 'in pieces' | undefined;
  /** The names of its headers go as many clients write them, `X-Auth-Token`: else in small letters. */
  readonly titled?: boolean | undefined;
  /** The path goes as the page has it, also to a target without a project in the URI. */
  readonly isAsPage?: boolean | undefined;
  /** How long to wait for the answer, where not as long as usual: milliseconds. */
  readonly timeout?: number;
  /** That no answer comes, or one of a gateway, is the target's doing: it is not repeated, and the status is 0. */
  readonly isSilenceMeant?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends exact bytes to one target, over connections that are kept alive. */
export interface Wire {
  readonly network: Network;
  send(asked: WireRequest): Promise<Answer>;
  close(): void;
}

export type Recorded = Omit<Exchange, 'number' | 'check'>;

/**
 * Opens the wire to a target. Every exchange goes to `record`, secrets replaced, before its answer is given back.
 *
 * @throws {TargetTrouble} from `send`, when no answer comes that tells of the target.
 */
export function openWire(
  target: Target,
  record: (exchange: Recorded) => void,
  manners: Manners = { pace: new Pace(target.network.clock, target.maxRate) },
): Wire {
  const { network } = target;
  const { clock } = network;
  const transport = network.open(target);
  const keys = new Keys(target);
  const place = placeOf(target.url, target);
  const { began = clock.now() } = manners;

  const attempt = async (whole: WireRequest, isRetried: boolean): Promise<Attempt> => {
    const isWhole = target.uriForm.hasProject || whole.isAsPage === true;
    const asked = isWhole ? whole : { ...whole, path: withoutProject(whole.path) };
    const credential = await keys.ready(asked.as);
    const headers = {
      'user-agent': 'ecs-metadata-conformance',
      accept: 'application/json',
      ...asked.headers,
      ...(asked.transfer === 'chunked' ? { 'transfer-encoding': 'chunked' } : {}),
      ...(credential === undefined ? {} : { 'x-auth-token': credential }),
    };
    const at = clock.now();
    const sent = await transport
      .send(asked, asked.titled ? titleCaseHeaders(headers) : headers)
      .catch((error: unknown) => troubleOf(error, place));
    const took = clock.now() - at;
    const answer = sent instanceof TargetTrouble ? undefined : sent;
    if (answer !== undefined && answer.status < 300) keys.accepted(asked.as, credential);
    // Only now: the answer may hold a token that is newer than the request.
    const { clean } = keys;
    const { status, headers: shown, body } = answer ?? { status: noResponse, headers: {}, body: Buffer.alloc(0) };
    const recorded: Recorded = {
      at: microseconds(at - began),
      took: microseconds(took),
      request: {
        method: asked.method,
        path: clean.text(asked.path),
        headers: mapValues(headers, clean.header),
        body: toBody(clean.bytes(asked.body ?? Buffer.alloc(0))),
      },
      response: { status, headers: mapValues(shown, clean.header), body: toBody(clean.bytes(body)) },
      ...(isRetried ? { retried: true } : {}),
      ...(asked.transfer === 'in pieces' ? { paused: true } : {}),
      ...(asked.titled ? { titled: true } : {}),
    };
    return { answer, recorded, credential, ...(sent instanceof TargetTrouble ? { trouble: sent } : {}) };
  };

  return {
    network,
    send: (asked) => patiently(asked, (isRetried) => attempt(asked, isRetried), record, manners, keys),
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

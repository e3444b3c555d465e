import type { Exchange } from '../../contracts/http/exchange';
import type { Caller } from '../../contracts/http/placeholders';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly as: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /**
   * How the body is sent: at once by default; `chunked`: without a content-length; `in pieces`: in two parts with a pause
   * between them.
   */
  readonly transfer?: 'chunked' | 'in pieces' | undefined;
  /** Writes header names as `X-Auth-Token`. The default is lower case. */
  readonly titleCaseHeaders?: boolean | undefined;
  /** Keeps the project in the path, also for a target that serves URIs without it. */
  readonly isAsPage?: boolean | undefined;
  /** How long to wait for the response, in milliseconds. The timeout of the target is the upper limit. */
  readonly timeout?: number;
  /** No response (status 0) and the response of a gateway are valid results: the request is not sent again. */
  readonly acceptsNoResponse?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One sent request and its response, with placeholders in place of secrets. */
export type RecordedExchange = Omit<Exchange, 'number' | 'check'>;

/** Why a request is sent. It is fixed when the request is built, and goes with it through the pipeline. */
export interface RequestContext {
  /** The check that the exchange belongs to. */
  readonly checkId: string;
  /**
   * `preflight` and `restore` surround the checks. `setup` prepares or inspects a server for a check; `check` is a request
   * that the check itself is about.
   */
  readonly phase: 'preflight' | 'setup' | 'check' | 'restore';
  /** Requests with the same number are sent concurrently on purpose, and are judged together. */
  readonly raceId?: number | undefined;
  /** 1 for the first attempt; each retry adds 1. */
  readonly attempt: number;
  /** Other servers whose metadata is replaced while this request is in flight. The set grows until the response arrives. */
  readonly concurrentServers?: ReadonlySet<string>;
}

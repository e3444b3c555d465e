import type { Metadata, Version } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import type { HttpError, IncomingRequest, OutgoingResponse } from './http';
import type { Route } from './route';
import type { ServerRecord, Store } from './store';

export type Awaitable<T> = T | Promise<T>;

/** Everything that a decision may look at. `behaviour` is the whole, overrides included. */
export interface Context {
  readonly store: Store;
  readonly behaviour: Behaviour;
  readonly request: IncomingRequest;
  readonly version: Version;
  /** The project of the caller's token. */
  readonly caller: string;
  readonly server: ServerRecord;
}

/**
 * The decisions that the endpoint takes, one function each, so that a known-wrong endpoint is made by overriding one.
 * Whoever refuses throws a `Fault`.
 */
export interface Behaviour {
  /** Around the whole exchange. */
  handle(
    request: IncomingRequest,
    next: (request: IncomingRequest) => Promise<OutgoingResponse>,
    store: Store,
  ): Awaitable<OutgoingResponse>;
  /** Looks at the size of a body, before anything else. */
  checkSize(request: IncomingRequest): void;
  /** Gives the project of the caller. */
  authorise(request: IncomingRequest, address: Route, store: Store): string;
  findServer(address: Route, caller: string, store: Store): ServerRecord;
  /** The JSON of a request. */
  readBody(request: IncomingRequest): unknown;
  /** The raw pairs of a body. */
  checkShape(body: unknown, context: Context): Record<string, unknown>;
  checkPairs(raw: Record<string, unknown>, context: Context): Metadata;
  checkKey(key: string, context: Context): void;
  checkValue(value: unknown, key: string, context: Context): void;
  checkState(context: Context): void;
  checkQuota(map: Metadata, context: Context): void;
  /** What is stored after a replace. */
  replace(stored: Metadata, sent: Metadata, context: Context): Metadata;
  save(map: Metadata, context: Context): Awaitable<void>;
  /** What a reader is shown. */
  load(context: Context): Awaitable<Metadata>;
  answer(stored: Metadata, sent: Metadata, context: Context): OutgoingResponse;
  errorResponse(fault: HttpError, request: IncomingRequest): OutgoingResponse;
  changeVmState(server: ServerRecord, to: VmState, store: Store): void;
  /** The whole PUT, in Nova's order of judgement. */
  replaceMetadata(context: Context): Awaitable<OutgoingResponse>;
}

import type { Metadata, Version } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import type { HttpError, IncomingRequest, OutgoingResponse } from './http';
import type { Route } from './route';
import type { ServerRecord, Store } from './store';

type Awaitable<T> = T | Promise<T>;

/** The input of a decision. `behaviour` includes the overrides. */
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
 * The decisions of the endpoint, one function each. A mutant overrides one of them. A function throws an `HttpError` to
 * reject a request.
 */
export interface Behaviour {
  /** Wraps the whole exchange. */
  handle(
    request: IncomingRequest,
    next: (request: IncomingRequest) => Promise<OutgoingResponse>,
    store: Store,
  ): Awaitable<OutgoingResponse>;
  /** Runs before all other decisions. */
  checkSize(request: IncomingRequest): void;
  /** Returns the project of the caller. */
  authorise(request: IncomingRequest, address: Route, store: Store): string;
  findServer(address: Route, caller: string, store: Store): ServerRecord;
  /** Parses the JSON of a request. */
  readBody(request: IncomingRequest): unknown;
  /** Returns the pairs of a body, not yet validated. */
  checkShape(body: unknown, context: Context): Record<string, unknown>;
  checkPairs(raw: Record<string, unknown>, context: Context): Metadata;
  checkKey(key: string, context: Context): void;
  checkValue(value: unknown, key: string, context: Context): void;
  checkState(context: Context): void;
  checkQuota(map: Metadata, context: Context): void;
  /** Returns the map to store. */
  replace(stored: Metadata, sent: Metadata, context: Context): Metadata;
  save(map: Metadata, context: Context): Awaitable<void>;
  /** Returns the map for a GET. */
  load(context: Context): Awaitable<Metadata>;
  answer(stored: Metadata, sent: Metadata, context: Context): OutgoingResponse;
  errorResponse(fault: HttpError, request: IncomingRequest): OutgoingResponse;
  changeVmState(server: ServerRecord, to: VmState, store: Store): void;
  /** Handles a whole PUT, with the checks in Nova's order. */
  replaceMetadata(context: Context): Awaitable<OutgoingResponse>;
}

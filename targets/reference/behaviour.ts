import type { Metadata, Version } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import type { Fault } from './fault';
import type { Incoming, Outgoing } from './http-message';
import type { Address } from './route';
import type { ServerRecord, World } from './world';

export type Awaitable<T> = T | Promise<T>;

/** Everything that a decision may look at. `behaviour` is the whole, overrides included. */
export interface Context {
  readonly world: World;
  readonly behaviour: Behaviour;
  readonly request: Incoming;
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
  handle(request: Incoming, next: (request: Incoming) => Promise<Outgoing>, world: World): Awaitable<Outgoing>;
  /** Looks at the size of a body, before anything else. */
  checkSize(request: Incoming): void;
  /** Gives the project of the caller. */
  authorise(request: Incoming, address: Address, world: World): string;
  findServer(address: Address, caller: string, world: World): ServerRecord;
  /** The JSON of a request. */
  readBody(request: Incoming): unknown;
  /** The raw pairs of a body. */
  checkShape(body: unknown, context: Context): Record<string, unknown>;
  checkPairs(raw: Record<string, unknown>, context: Context): Metadata;
  checkKey(key: string, context: Context): void;
  checkValue(value: unknown, key: string, context: Context): void;
  checkState(context: Context): void;
  checkQuota(map: Metadata, context: Context): void;
  /** What is stored after a replace. */
  replace(stored: Metadata, sent: Metadata, context: Context): Metadata;
  store(map: Metadata, context: Context): Awaitable<void>;
  /** What a reader is shown. */
  load(context: Context): Awaitable<Metadata>;
  answer(stored: Metadata, sent: Metadata, context: Context): Outgoing;
  refuse(fault: Fault, request: Incoming): Outgoing;
  changeVmState(server: ServerRecord, to: VmState, world: World): void;
  /** The whole PUT, in Nova's order of judgement. */
  replaceMetadata(context: Context): Awaitable<Outgoing>;
}

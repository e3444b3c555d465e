import type { ClauseId } from '../../contracts/clauses';
import type { ExchangeRecorded } from '../../contracts/evidence/events';
import type { Exchange } from '../../contracts/http/exchange';
import { routeOf } from '../../contracts/http/route';
import type { GivenServer } from '../result/result';
import { findKnownStates, isWrite, type KnownState } from './known-states';

/** The steps that show a failure: the initial state of its servers, then the requests. */
export interface Reproduction {
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
}

/** All exchanges of a check up to and including this one. */
export function reproductionUpTo(
  number: number,
  exchanged: readonly ExchangeRecorded[],
  given: readonly GivenServer[],
): Reproduction {
  const last = exchanged.findIndex(({ exchange }) => exchange.number === number);
  const exchanges = exchanged.slice(0, last + 1).map(({ exchange }) => exchange);
  const touched = new Set(exchanges.map(({ request }) => serverIdOf(request.path)));
  return { given: given.filter(({ path }) => touched.has(serverIdOf(path))), exchanges };
}

/** The server of a path. The case of a UUID does not matter. */
function serverIdOf(path: string): string | undefined {
  return routeOf(path)?.serverId.toLowerCase();
}

/**
 * The requests that are needed for the last exchange, which shows a failure. The last known state of the server before
 * its last change replaces all earlier requests. Other servers are left out, unless a candidate concerns several requests
 * or servers, or requests were concurrent.
 *
 * @param candidates the clauses that may explain the failure.
 */
export function minimizeReproduction(reproduction: Reproduction, candidates: readonly ClauseId[]): Reproduction {
  const { exchanges } = reproduction;
  const culprit = exchanges.at(-1);
  const server = culprit && serverIdOf(culprit.request.path);
  if (culprit === undefined || server === undefined) return reproduction;
  const isWide = candidates.some(spansRequests) || exchanges.some(({ race }) => race !== undefined);
  const involved = isWide ? new Set(exchanges.map(({ request }) => serverIdOf(request.path))) : new Set([server]);
  const parts = [...involved].map((id) => serverPart(reproduction, id));
  const own = parts.find(({ id }) => id === server) ?? serverPart(reproduction, server);
  const start = firstRelevantExchange(own, isWide ? exchanges : own.exchanges);
  const given: GivenServer[] = [];
  const needed = new Set<Exchange>();
  for (const { id, exchanges, before, knownStates } of parts) {
    const knownState = knownStates.findLast(({ number }) => number <= start);
    const after = exchanges.filter(({ number }) => number > (knownState?.number ?? 0));
    // Of the earlier requests to other servers, only those that changed a server are needed.
    const matters = id === server ? after : after.filter((each) => each.number > start || wasApplied(each));
    const rest = isWide ? matters : withoutRejected(matters);
    const states = knownState?.vmStateRequests ?? [];
    for (const each of [...states, ...rest]) needed.add(each);
    const state = knownState?.given ?? before;
    if (state !== undefined && states.length + rest.length > 0) given.push(state);
  }
  // A read may fill a cache of the target for the other version.
  const isOfVersions = candidates.some((clause) => clause.startsWith('VERSION-'));
  const remaining = exchanges.filter((each) => needed.has(each) || (isOfVersions && each.number === start));
  return { given, exchanges: withoutPolling(remaining) };
}

/** The part of a reproduction for one server. */
interface ServerPart {
  readonly id: string | undefined;
  readonly exchanges: readonly Exchange[];
  readonly before: GivenServer | undefined;
  readonly knownStates: readonly KnownState[];
}

function serverPart({ given, exchanges: all }: Reproduction, id: string | undefined): ServerPart {
  const exchanges = all.filter(({ request }) => serverIdOf(request.path) === id);
  const before = given.find(({ path }) => serverIdOf(path) === id);
  return { id, exchanges, before, knownStates: findKnownStates(exchanges, before) };
}

/** True for a clause that concerns more than the requests to one server: other servers, both versions, the vm_state. */
function spansRequests(clause: ClauseId): boolean {
  return /^(ISOLATION|ACCESS|VERSION|CONCURRENCY|STATE)-/.test(clause);
}

/**
 * The number of the exchange with the last known state of the server before its last change. The exchanges after it are
 * needed. Without such a state all exchanges are needed.
 */
function firstRelevantExchange({ exchanges, knownStates }: ServerPart, relevant: readonly Exchange[]): number {
  const end = (relevant.findLast(isWrite) ?? exchanges.at(-1))?.number ?? 0;
  const knownState = knownStates.findLast(({ number }) => number < end);
  return knownState?.number ?? (exchanges[0]?.number ?? 0) - 1;
}

function wasApplied(exchange: Exchange): boolean {
  const { status } = exchange.response;
  return isWrite(exchange) && status >= 200 && status < 300;
}

/** A write that shows a failure by its own response does not need earlier writes that were rejected. */
function withoutRejected(exchanges: readonly Exchange[]): readonly Exchange[] {
  const culprit = exchanges.at(-1);
  if (culprit === undefined || !isWrite(culprit)) return exchanges;
  const isRefused = ({ response: { status } }: Exchange) => status >= 400 && status < 500;
  return exchanges.filter((each) => each === culprit || !isWrite(each) || !isRefused(each));
}

/** Removes reads without a response, and all but the last of consecutive GETs that wait for a vm_state. */
function withoutPolling(exchanges: readonly Exchange[]): Exchange[] {
  const remaining = exchanges.filter(
    (each, place) => place === exchanges.length - 1 || isWrite(each) || each.fault === undefined,
  );
  return remaining.filter((each, place) => {
    const next = remaining[place + 1]?.request;
    const { method, path } = each.request;
    const isLook = method === 'GET' && routeOf(path)?.resource === 'server';
    return !isLook || next?.method !== method || next.path !== path;
  });
}

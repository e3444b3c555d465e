import type { ClauseId } from '../../../contracts/clauses';
import type { Evidence } from '../../../contracts/evidence/events';
import { bytesOf, type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { asObject } from '../../../contracts/http/json';
import { alteredTokens, type Caller, placeholders } from '../../../contracts/http/placeholders';
import { routeOf } from '../../../contracts/http/route';
import type { Metadata } from '../../../contracts/metadata';
import { isShownAgain } from '../../../contracts/oracle/shown-again';
import { acceptsMetadata, isVmState } from '../../../contracts/vm-states';
import { TargetUnavailableError } from '../../../targets/errors';
import type { HttpRequest } from '../../../targets/http/message';
import { isSkip } from '../run/check-outcome';
import type { Environment } from '../run/environment';
import type { Worker } from '../worker/worker';

/** Requests that show a failure, and the maps of the servers before them. */
interface Steps {
  readonly given: readonly {
    readonly path: string;
    /** The response that showed the map. */
    readonly body: string;
    readonly vmState?: string;
  }[];
  readonly exchanges: readonly Exchange[];
}

/** A failure of a clause that is to be reproduced. */
export interface Reproducible {
  readonly clause: ClauseId;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that showed it. It is the last one of both reproductions. */
  readonly exchange: number;
  /** The requests that matter, and all requests of the check. */
  readonly short: Steps;
  readonly whole: Steps;
}

/** Repetitions of a short reproduction. */
const repeats = 3;

/** Up to so many requests are short; above `maxRequests` nothing is sent again. */
const fewRequests = 10;
const maxRequests = 80;

export interface ReproduceOptions {
  readonly worker: Worker;
  readonly environment: Environment;
  /** By clause, the first choice first. */
  readonly failures: readonly (readonly Reproducible[])[];
  /** Requests for all of them together. */
  readonly budget: number;
  readonly emit: (evidence: Evidence) => void;
}

/** Sends the requests of each failure once more, alone, to freshly prepared servers. The oracle judges them again. */
export async function reproduceAll({ worker, environment, failures, budget, emit }: ReproduceOptions): Promise<void> {
  const began = worker.requests;
  for (const ofClause of failures) {
    for (const { clause, expected, observed, exchange, short, whole } of ofClause) {
      const { request } = short.exchanges.at(-1) ?? {};
      const ways = whole.exchanges.length > short.exchanges.length ? [short, whole] : [short];
      let isShown = false;
      for (const steps of ways) {
        const cost = steps.exchanges.length + steps.given.length;
        if (isShown || cost > maxRequests || worker.requests - began + cost > budget) continue;
        const times = cost <= fewRequests ? repeats : 1;
        for (let time = 1; time <= times; time += 1) {
          const check = `reproduction ${clause}`;
          worker.check = check;
          worker.startAttempt();
          const isSent = await sendAll(steps, worker, environment);
          if (!isSent) break;
          isShown ||= isShownAgain({ clause, expected, observed, request }, worker.judged);
          emit({ kind: 'reproduction', check, clause, exchange, isWhole: steps === whole });
        }
      }
      if (isShown) break;
    }
  }
}

/** Returns whether all of it could be sent. */
async function sendAll({ given, exchanges }: Steps, worker: Worker, environment: Environment): Promise<boolean> {
  try {
    for (const each of given) await prepare(each, worker, environment);
    for (const group of groupsOf(exchanges)) await sendGroup(group, worker);
    for (const server of serversIn(exchanges, worker))
      await worker.setup.getMetadata(server, environment.versions[0] ?? 'v2.1');
    return true;
  } catch (error) {
    if (error instanceof TargetUnavailableError || isSkip(error)) return false;
    throw error;
  } finally {
    worker.race = undefined;
  }
}

/** Sets the map and the vm_state that a server had before. */
async function prepare(
  { path, body, vmState = 'active' }: Steps['given'][number],
  worker: Worker,
  environment: Environment,
): Promise<void> {
  const route = routeOf(path);
  const server = route && worker.fixtures.serverOf(route.serverId);
  if (route === undefined || server === undefined || !isVmState(vmState)) return;
  const version = environment.servedVersion(route.version);
  const isFixed = worker.fixtures.knownState(server)?.vmState === vmState && !acceptsMetadata(vmState);
  if (isFixed) return;
  await worker.fixtures.setVmState(server, 'active', version);
  const map = asObject(asObject(jsonOf({ text: body }))?.metadata) ?? {};
  await worker.setup.putMetadata(server, version, map as Metadata);
  await worker.setup.getMetadata(server, version);
  await worker.fixtures.setVmState(server, vmState, version);
}

/** Requests of a race are one group, every other request is its own. */
function groupsOf(exchanges: readonly Exchange[]): Exchange[][] {
  const groups: Exchange[][] = [];
  for (const exchange of exchanges) {
    // A request that was lost in the network did not show the failure.
    if (exchange.fault !== undefined) continue;
    const last = groups.at(-1);
    const isMet = exchange.race !== undefined && last?.[0]?.race === exchange.race;
    if (isMet) last?.push(exchange);
    else groups.push([exchange]);
  }
  return groups;
}

async function sendGroup(group: readonly Exchange[], worker: Worker): Promise<void> {
  if (group.length > 1) worker.startRace();
  const sent = await Promise.allSettled(group.map((exchange) => worker.api.send(requestOf(exchange))));
  worker.race = undefined;
  for (const each of sent) if (each.status === 'rejected') throw each.reason;
}

function serversIn(exchanges: readonly Exchange[], worker: Worker) {
  const ids = new Set(exchanges.map(({ request }) => routeOf(request.path)?.serverId ?? ''));
  return [...ids].flatMap((id) => worker.fixtures.serverOf(id) ?? []);
}

/** Headers that the client writes by itself. */
const ownHeaders = new Set(['user-agent', 'accept', 'x-auth-token', 'transfer-encoding', 'content-length']);

/** The request that was recorded, to be sent again. */
function requestOf({ request, response, paused, titled }: Exchange): HttpRequest {
  const { method, path, headers, body } = request;
  const isChunked = headers['transfer-encoding'] === 'chunked';
  const transfer = paused ? 'in pieces' : isChunked ? 'chunked' : undefined;
  return {
    method: method as HttpRequest['method'],
    path,
    as: callerOf(headers['x-auth-token']),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name))),
    transfer,
    titleCaseHeaders: titled,
    // The recorded path is in the form of the target already, or, for VERSION-01, in that of the page.
    isAsPage: true,
    ...(response.status === noResponse ? { acceptsNoResponse: true } : {}),
    ...(method === 'GET' ? {} : { body: bytesOf(body) }),
  };
}

/** The caller of a request, by the placeholder of the token. */
function callerOf(header: string | undefined): Caller {
  if (header === undefined) return 'none';
  if (header === '') return 'empty';
  if (header === placeholders.own) return 'own';
  if (header === placeholders.other) return 'other';
  const near = Object.entries(alteredTokens).find(([, { shown }]) => shown === header);
  return near === undefined ? 'unknown' : (near[0] as keyof typeof alteredTokens);
}

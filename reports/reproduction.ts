import type { ClauseId } from '../contracts/clauses';
import type { Exchange } from '../contracts/http/exchange';
import { routeOf } from '../contracts/http/route';
import type { Scene } from './scene';
import { serverOf } from './server-of';
import { isChange, type Sight, sightsOf } from './sights';
import type { GivenServer } from './verdict';

/**
 * The requests of a scene that matter for its last exchange, which shows a failure. What came before the last sight of
 * the server's metadata ahead of its last change is replaced by what was seen then. Other servers are left out, unless
 * the failure may be about them, or requests met.
 *
 * @param suspects the clauses that the failure may be blamed on.
 */
export function reproductionOf(scene: Scene, suspects: readonly ClauseId[]): Scene {
  const { exchanges } = scene;
  const culprit = exchanges.at(-1);
  const server = culprit && serverOf(culprit.request.path);
  if (culprit === undefined || server === undefined) return scene;
  const isWide = suspects.some(isBetweenRequests) || exchanges.some(({ race }) => race !== undefined);
  const involved = isWide ? new Set(exchanges.map(({ request }) => serverOf(request.path))) : new Set([server]);
  const parts = [...involved].map((id) => partOf(scene, id));
  const own = parts.find(({ id }) => id === server) ?? partOf(scene, server);
  const start = startOf(own, isWide ? exchanges : own.exchanges);
  const given: GivenServer[] = [];
  const needed = new Set<Exchange>();
  for (const { id, exchanges, before, sights } of parts) {
    const sight = sights.findLast(({ number }) => number <= start);
    const after = exchanges.filter(({ number }) => number > (sight?.number ?? 0));
    // Of what went before about others, only what has changed them matters.
    const matters = id === server ? after : after.filter((each) => each.number > start || hasChanged(each));
    const rest = isWide ? matters : withoutRefused(matters);
    const states = sight?.states ?? [];
    for (const each of [...states, ...rest]) needed.add(each);
    const held = sight?.held ?? before;
    if (held !== undefined && states.length + rest.length > 0) given.push(held);
  }
  // A read may be what has the target remember something for the other version.
  const isOfVersions = suspects.some((clause) => clause.startsWith('VERSION-'));
  const kept = exchanges.filter((each) => needed.has(each) || (isOfVersions && each.number === start));
  return { given, exchanges: withoutWaiting(kept) };
}

/** What a scene says of one server. */
interface Part {
  readonly id: string | undefined;
  readonly exchanges: readonly Exchange[];
  readonly before: GivenServer | undefined;
  readonly sights: readonly Sight[];
}

function partOf({ given, exchanges: all }: Scene, id: string | undefined): Part {
  const exchanges = all.filter(({ request }) => serverOf(request.path) === id);
  const before = given.find(({ path }) => serverOf(path) === id);
  return { id, exchanges, before, sights: sightsOf(exchanges, before) };
}

/** Clauses that speak of more than one request to one server: of others, of both versions, of the vm_state. */
function isBetweenRequests(clause: ClauseId): boolean {
  return /^(ISOLATION|ACCESS|VERSION|CONCURRENCY|STATE)-/.test(clause);
}

/**
 * The number of the exchange after which everything matters: the last sight of the server before the last change. A
 * server that was never seen matters from its first exchange on.
 */
function startOf({ exchanges, sights }: Part, relevant: readonly Exchange[]): number {
  const end = (relevant.findLast(isChange) ?? exchanges.at(-1))?.number ?? 0;
  const sight = sights.findLast(({ number }) => number < end);
  return sight?.number ?? (exchanges[0]?.number ?? 0) - 1;
}

function hasChanged(exchange: Exchange): boolean {
  const { status } = exchange.response;
  return isChange(exchange) && status >= 200 && status < 300;
}

/** A change that shows a failure by its own answer does not need those before it that were refused. */
function withoutRefused(exchanges: readonly Exchange[]): readonly Exchange[] {
  const culprit = exchanges.at(-1);
  if (culprit === undefined || !isChange(culprit)) return exchanges;
  const isRefused = ({ response: { status } }: Exchange) => status >= 400 && status < 500;
  return exchanges.filter((each) => each === culprit || !isChange(each) || !isRefused(each));
}

/** Of looks at a server that follow each other, which wait for its vm_state, the last one; no read that was lost. */
function withoutWaiting(exchanges: readonly Exchange[]): Exchange[] {
  const kept = exchanges.filter(
    (each, place) => place === exchanges.length - 1 || isChange(each) || each.fault === undefined,
  );
  return kept.filter((each, place) => {
    const next = kept[place + 1]?.request;
    const { method, path } = each.request;
    const isLook = method === 'GET' && routeOf(path)?.resource === 'server';
    return !isLook || next?.method !== method || next.path !== path;
  });
}

import { type Exchange, jsonOf } from '../contracts/http/exchange';
import { asObject } from '../contracts/http/json';
import { parseMetadataBody, parseServer } from '../contracts/http/parse-response';
import { routeOf } from '../contracts/http/route';
import type { GivenServer } from './verdict';

/** A moment at which it is known what a server holds, and that one replace brings any server to hold it. */
export interface Sight {
  readonly number: number;
  readonly held: GivenServer;
  /** The actions whose effect the server still showed, and the look that showed it. */
  readonly states: readonly Exchange[];
}

/**
 * The sights in what was exchanged about one server. A map that was set piece by piece, or while the server was not
 * active, may matter for how it came about: it is no sight.
 *
 * @param before what is known of the server from earlier.
 */
export function sightsOf(exchanges: readonly Exchange[], before: GivenServer | undefined): Sight[] {
  const sights: Sight[] = [];
  const course = new Course(before?.vmState);
  for (const exchange of exchanges) {
    course.add(exchange);
    const held = course.isByReplace ? heldIn(exchange) : undefined;
    if (held === undefined) continue;
    const { vmState, states } = course;
    sights.push({ number: exchange.number, held: vmState === undefined ? held : { ...held, vmState }, states });
  }
  return sights;
}

/** Follows how a server came to be as it is. */
class Course {
  isByReplace = true;
  private actions: Exchange[] = [];
  private look: Exchange | undefined;
  private replaced: object = {};
  private seen: string;

  /** @param vmState before the first action, where it was not active. */
  constructor(public vmState: string | undefined) {
    this.seen = vmState ?? 'active';
  }

  get states(): readonly Exchange[] {
    const { actions, look } = this;
    return actions.length > 0 && look !== undefined ? [...actions, look] : actions;
  }

  add(exchange: Exchange): void {
    const { request, response, fault } = exchange;
    const { resource } = routeOf(request.path) ?? {};
    if (request.method === 'GET') this.see(exchange);
    else if (!isChange(exchange) || fault !== undefined || response.status < 200 || response.status > 299) return;
    else if (resource === 'action') this.act(exchange);
    else if (resource === 'metadata' && request.method === 'PUT') this.replace(exchange);
    else if (!this.isLeftover(exchange)) this.isByReplace = false;
  }

  /**
   * A server that has become active again owes nothing to earlier actions, but for a lock, which no look shows. One that
   * is still active may be on its way to another state.
   */
  private see(exchange: Exchange): void {
    const vmState = exchange.fault === undefined ? parseServer(exchange.response)?.vmState : undefined;
    if (vmState === undefined) return;
    const isBack = vmState === 'active' && this.seen !== 'active';
    this.seen = vmState;
    this.look = exchange;
    if (!isBack) return;
    this.vmState = undefined;
    this.actions = this.actions.filter((action) => nameOf(action) === 'lock');
  }

  private act(exchange: Exchange): void {
    this.look = undefined;
    if (nameOf(exchange) === 'unlock') this.actions = this.actions.filter((action) => nameOf(action) !== 'lock');
    else this.actions.push(exchange);
  }

  private replace({ request }: Exchange): void {
    this.replaced = parseMetadataBody(jsonOf(request.body))?.metadata ?? {};
    this.isByReplace = this.actions.length === 0 && this.vmState === undefined;
  }

  /** What a replace should have removed is removed before a check begins. */
  private isLeftover({ request: { method, path } }: Exchange): boolean {
    const key = method === 'DELETE' ? keyIn(path) : undefined;
    return key !== undefined && !Object.hasOwn(this.replaced, key);
  }
}

function keyIn(path: string): string | undefined {
  const [, segment] = /\/metadata\/([^/?]+)$/.exec(path) ?? [];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    // No key can be spelled like that.
    return undefined;
  }
}

/** Whether a request may change something. */
export function isChange({ request }: Exchange): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** The name of an action. */
function nameOf({ request }: Exchange): string | undefined {
  return Object.keys(asObject(jsonOf(request.body)) ?? {})[0];
}

/** What a GET shows; but for one that was under way with other requests, which may have changed it at once. */
function heldIn({ request, response, race, fault }: Exchange): GivenServer | undefined {
  const route = routeOf(request.path);
  if (request.method !== 'GET' || race !== undefined || fault !== undefined || response.status !== 200)
    return undefined;
  if (route?.resource !== 'metadata' || route.trailingSlash || route.query || !('text' in response.body))
    return undefined;
  if (parseMetadataBody(jsonOf(response.body)) === undefined) return undefined;
  return { path: request.path, token: request.headers['x-auth-token'] ?? '', body: response.body.text };
}

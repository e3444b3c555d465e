import { type Exchange, jsonOf } from '../../contracts/http/exchange';
import { asObject } from '../../contracts/http/json';
import { parseMetadataBody, parseServer } from '../../contracts/http/parse-response';
import { routeOf } from '../../contracts/http/route';
import type { GivenServer } from '../result/result';

/** A moment of a run when the state of a server is known, and one replace brings any active server into this state. */
export interface KnownState {
  readonly number: number;
  readonly given: GivenServer;
  /** The server actions with a lasting effect, and the GET that showed it. */
  readonly vmStateRequests: readonly Exchange[];
}

/**
 * The known states in the exchanges about one server. A map that was set item by item, or in another vm_state than
 * active, does not count: the failure may depend on the way it was set.
 *
 * @param before the server before the first exchange.
 */
export function findKnownStates(exchanges: readonly Exchange[], before: GivenServer | undefined): KnownState[] {
  const knownStates: KnownState[] = [];
  const course = new ServerHistory(before?.vmState);
  for (const exchange of exchanges) {
    course.add(exchange);
    const metadata = course.wasReplaced ? metadataReadBy(exchange) : undefined;
    if (metadata === undefined) continue;
    const { vmState, vmStateRequests } = course;
    knownStates.push({
      number: exchange.number,
      given: vmState === undefined ? metadata : { ...metadata, vmState },
      vmStateRequests,
    });
  }
  return knownStates;
}

/** Follows the changes of one server. */
class ServerHistory {
  wasReplaced = true;
  private actions: Exchange[] = [];
  private lastServerRead: Exchange | undefined;
  private replacedMap: object = {};
  private lastVmState: string;

  /** @param vmState before the first action; undefined for an active server. */
  constructor(public vmState: string | undefined) {
    this.lastVmState = vmState ?? 'active';
  }

  get vmStateRequests(): readonly Exchange[] {
    const { actions, lastServerRead } = this;
    return actions.length > 0 && lastServerRead !== undefined ? [...actions, lastServerRead] : actions;
  }

  add(exchange: Exchange): void {
    const { request, response, fault } = exchange;
    const { resource } = routeOf(request.path) ?? {};
    if (request.method === 'GET') this.addServerRead(exchange);
    else if (!isWrite(exchange) || fault !== undefined || response.status < 200 || response.status > 299) return;
    else if (resource === 'action') this.addAction(exchange);
    else if (resource === 'metadata' && request.method === 'PUT') this.addReplace(exchange);
    else if (!this.isLeftover(exchange)) this.wasReplaced = false;
  }

  /**
   * If a server is active again, its earlier actions are undone, except a lock, which no GET shows. A server that was
   * active all the time may still be changing its state.
   */
  private addServerRead(exchange: Exchange): void {
    const vmState = exchange.fault === undefined ? parseServer(exchange.response)?.vmState : undefined;
    if (vmState === undefined) return;
    const isBack = vmState === 'active' && this.lastVmState !== 'active';
    this.lastVmState = vmState;
    this.lastServerRead = exchange;
    if (!isBack) return;
    this.vmState = undefined;
    this.actions = this.actions.filter((action) => actionName(action) === 'lock');
  }

  private addAction(exchange: Exchange): void {
    this.lastServerRead = undefined;
    if (actionName(exchange) === 'unlock')
      this.actions = this.actions.filter((action) => actionName(action) !== 'lock');
    else this.actions.push(exchange);
  }

  private addReplace({ request }: Exchange): void {
    this.replacedMap = parseMetadataBody(jsonOf(request.body))?.metadata ?? {};
    this.wasReplaced = this.actions.length === 0 && this.vmState === undefined;
  }

  /** True for a DELETE of a key that the last replace should have removed: fixtures clean up before a check. */
  private isLeftover({ request: { method, path } }: Exchange): boolean {
    const key = method === 'DELETE' ? itemKey(path) : undefined;
    return key !== undefined && !Object.hasOwn(this.replacedMap, key);
  }
}

function itemKey(path: string): string | undefined {
  const [, segment] = /\/metadata\/([^/?]+)$/.exec(path) ?? [];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    // An invalid percent-encoding: no key has it.
    return undefined;
  }
}

/** True for a request that may change a server. */
export function isWrite({ request }: Exchange): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** The name of an action. */
function actionName({ request }: Exchange): string | undefined {
  return Object.keys(asObject(jsonOf(request.body)) ?? {})[0];
}

/** The metadata that a GET shows. Undefined if another request at the same time may have changed it. */
function metadataReadBy({ request, response, race, fault }: Exchange): GivenServer | undefined {
  const route = routeOf(request.path);
  if (request.method !== 'GET' || race !== undefined || fault !== undefined || response.status !== 200)
    return undefined;
  if (route?.resource !== 'metadata' || route.trailingSlash || route.query || !('text' in response.body))
    return undefined;
  if (parseMetadataBody(jsonOf(response.body)) === undefined) return undefined;
  return { path: request.path, token: request.headers['x-auth-token'] ?? '', body: response.body.text };
}

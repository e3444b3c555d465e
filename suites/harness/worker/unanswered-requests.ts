import { toBody } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { placeholders } from '../../../contracts/http/placeholders';
import { type Route, routeOf } from '../../../contracts/http/route';
import type { Metadata } from '../../../contracts/metadata';
import { knownMap, type TargetModel } from '../../../contracts/oracle/model';
import { classifyRequest } from '../../../contracts/oracle/request/classify-request';
import type { Profile } from '../../../contracts/profiles/profile';
import { TargetUnavailableError } from '../../../targets/errors';
import type { HttpRequest, HttpResponse } from '../../../targets/http/message';
import { NotApplicable, NotTested } from '../run/check-outcome';

/** So many of so many requests of one kind without an answer, while ordinary ones are answered, are the target's doing. */
const proofCount = 3;

/** So often that is shown. After that such requests are not sent any more. */
const maxShown = 3;

/** How long to wait for an answer, once a request of the same kind had none: milliseconds. */
const shortWait = 5_000;

/** The same, once it is proved that the target lets requests of some kind wait for ever. */
const shortestWait = 2_000;

/** A larger body may be refused before it is read, and then the connection is closed: bytes. */
const largeBody = 16_384;

/** A caller, a server or a content type may be refused before the body is read, and then the connection is closed. */
const rejectedBeforeBody = /^(ACCESS|VERSION|BODY-14|BODY-15)/;

export interface Sending {
  readonly state: TargetModel;
  readonly profile: Profile;
  readonly send: (asked: HttpRequest) => Promise<HttpResponse>;
  /** Replaces the metadata of the addressed server by an ordinary map, in the name of no check. */
  readonly sendOrdinary: (route: Route, map: Metadata | undefined) => Promise<unknown>;
}

/**
 * Tells a target that answers no request of one kind from one that is not there at the moment. A target that answers
 * every ordinary request in between, and none of these, is judged for it.
 */
export class UnansweredRequests {
  /** How often a kind had no answer since that was proved. */
  private readonly proved = new Map<string, number>();
  /** Whether it was proved of any kind that the target keeps its callers waiting. */
  private hangs = false;

  /**
   * Sends a request. Where no answer comes, and that is the target's doing, the answer has the status 0.
   *
   * @throws {TargetUnavailableError} where it is not.
   * @throws {NotApplicable} where the target takes no body of this size.
   * @throws {NotTested} where it was shown often enough that such a request is not answered.
   */
  async send(asked: HttpRequest, sending: Sending): Promise<HttpResponse> {
    const { state, profile, send } = sending;
    const route = routeOf(asked.path);
    const isReplace = asked.method === 'PUT' && route?.resource === 'metadata' && !route.trailingSlash;
    const kind = isReplace ? requestKind(asked, route, state, profile) : undefined;
    if (!isReplace || kind === undefined) return send(asked);
    if (this.proved.has(kind)) return this.sendOnce(kind, asked, send);
    const view = state.servers.get(route.serverId)?.views[route.version];
    const map = view && knownMap(view);
    try {
      return await send(this.hangs ? { ...asked, timeout: shortestWait } : asked);
    } catch (error) {
      const sendOrdinary = () => sending.sendOrdinary(route, map);
      if (mayBeDueToSize(error, kind, asked) && (await isAnswered(sendOrdinary))) {
        throw new NotApplicable('the target closes the connection at a body of this size');
      }
      if (!mayBeDeliberate(error, kind, asked)) throw error;
      const answer = await this.find(kind, asked, sending, sendOrdinary);
      if (answer === undefined) throw error;
      if (answer.status === noResponse && (error as TargetUnavailableError).kind === 'silence') this.hangs = true;
      return answer;
    }
  }

  private get wait(): number {
    return this.hangs ? shortestWait : shortWait;
  }

  /** Sends it again, after an ordinary request each time. Undefined where such requests are not answered either. */
  private async find(
    kind: string,
    asked: HttpRequest,
    { send }: Sending,
    sendOrdinary: () => Promise<unknown>,
  ): Promise<HttpResponse | undefined> {
    for (let time = 2; time <= proofCount; time += 1) {
      if (!(await isAnswered(sendOrdinary))) return undefined;
      if (time === proofCount) break;
      try {
        return await send({ ...asked, timeout: this.wait });
      } catch (error) {
        if (!mayBeDeliberate(error, kind, asked)) throw error;
      }
    }
    return this.sendOnce(kind, asked, send);
  }

  private async sendOnce(
    kind: string,
    asked: HttpRequest,
    send: (asked: HttpRequest) => Promise<HttpResponse>,
  ): Promise<HttpResponse> {
    const times = this.proved.get(kind) ?? 0;
    if (times >= maxShown) throw new NotTested(`the target answers no such request: that was seen ${times} times`);
    const answer = await send({ ...asked, timeout: this.wait, acceptsNoResponse: true });
    if (answer.status === noResponse) this.proved.set(kind, times + 1);
    return answer;
  }
}

function mayBeDeliberate(error: unknown, kind: string, asked: HttpRequest): boolean {
  if (!(error instanceof TargetUnavailableError) || error.kind === 'lasting') return false;
  if (error.kind !== 'broken') return true;
  return !mayBeDueToSize(error, kind, asked) && !rejectedBeforeBody.test(clauseIn(kind));
}

/** Whether a request that may be refused was refused for its size, by closing the connection. */
function mayBeDueToSize(error: unknown, kind: string, { body }: HttpRequest): boolean {
  const isBroken = error instanceof TargetUnavailableError && error.kind === 'broken';
  return isBroken && (body?.length ?? 0) > largeBody && isRefusable(kind);
}

function isAnswered(send: () => Promise<unknown>): Promise<boolean> {
  return send().then(
    () => true,
    () => false,
  );
}

/**
 * What is particular about a request, by the first clause that it is about: `must BODY-04 v2`. Undefined for an
 * ordinary one.
 */
function requestKind(asked: HttpRequest, route: Route, state: TargetModel, profile: Profile): string | undefined {
  const request = {
    method: asked.method,
    path: asked.path,
    headers: {
      ...asked.headers,
      ...(asked.transfer === 'chunked' ? { 'transfer-encoding': 'chunked' } : {}),
      ...tokenOf(asked),
    },
    body: toBody(asked.body ?? Buffer.alloc(0)),
  };
  const { rejectionReasons, openQuestions, features } = classifyRequest(state, request, route, profile);
  const [refusable] = [...rejectionReasons, ...openQuestions];
  if (refusable !== undefined) return `refusable ${refusable.clause} ${route.version}`;
  const [trait] = features;
  return trait === undefined ? undefined : `legal ${trait} ${route.version}`;
}

function isRefusable(kind: string): boolean {
  return kind.startsWith('refusable');
}

function clauseIn(kind: string): string {
  return kind.split(' ')[1] ?? '';
}

function tokenOf({ as }: HttpRequest): Readonly<Record<string, string>> {
  if (as === 'none' || as === 'empty') return {};
  return { 'x-auth-token': as === 'own' || as === 'other' ? placeholders[as] : as };
}

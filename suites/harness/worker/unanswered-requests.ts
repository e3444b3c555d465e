import { toBody } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { placeholders } from '../../../contracts/http/placeholders';
import { type Route, routeOf } from '../../../contracts/http/route';
import type { Metadata } from '../../../contracts/metadata';
import type { TargetModel } from '../../../contracts/oracle/model';
import { classifyRequest } from '../../../contracts/oracle/request/classify-request';
import { knownMap } from '../../../contracts/oracle/version-view';
import type { Profile } from '../../../contracts/profiles/profile';
import { TargetUnavailableError } from '../../../targets/errors';
import type { HttpRequest, HttpResponse } from '../../../targets/http/message';
import { NotApplicable, NotTested } from '../run/check-outcome';

/** After this many requests of one kind without a response, while ordinary ones between them succeed, the target fails. */
const proofCount = 3;

/** After this many confirmations, requests of the kind are not sent any more. */
const maxShown = 3;

/** Milliseconds to wait for a response, once a request of the same kind had none. */
const shortWait = 5_000;

/** The same, once some kind is confirmed to get no response until the timeout. */
const shortestWait = 2_000;

/** A larger body may be refused before it is read, and then the connection is closed: bytes. */
const largeBody = 16_384;

/** A caller, a server or a content type may be refused before the body is read, and then the connection is closed. */
const rejectedBeforeBody = /^(ACCESS|VERSION|BODY-14|BODY-15)/;

export interface Sending {
  /** The model at the time of the request. */
  readonly state: () => TargetModel;
  readonly profile: Profile;
  readonly send: (asked: HttpRequest) => Promise<HttpResponse>;
  /** Replaces the metadata of the addressed server by an ordinary map, in the name of no check. */
  readonly sendOrdinary: (route: Route, map: Metadata | undefined) => Promise<unknown>;
}

/**
 * Distinguishes a target that never responds to one kind of request from a target that is unavailable. If it responds to
 * every ordinary request in between, the missing responses are its failure.
 */
export class UnansweredRequests {
  /** Missing responses of each confirmed kind. */
  private readonly proved = new Map<string, number>();
  /** Some kind is confirmed to get no response until the timeout. */
  private hangs = false;

  /**
   * Sends a request. The response has the status 0 if none came and that is a failure of the target.
   *
   * @throws {TargetUnavailableError} if none came and the target may be unavailable.
   * @throws {NotApplicable} if the target takes no body of this size.
   * @throws {NotTested} if requests of this kind are not sent any more.
   */
  async send(asked: HttpRequest, sending: Sending): Promise<HttpResponse> {
    const { state, profile, send } = sending;
    const route = routeOf(asked.path);
    const isReplace = asked.method === 'PUT' && route?.resource === 'metadata' && !route.trailingSlash;
    if (!isReplace) return send(asked);
    // While every request gets a response, none is classified.
    const proved = this.proved.size > 0 ? requestKind(asked, route, state(), profile) : undefined;
    if (proved !== undefined && this.proved.has(proved)) return this.sendOnce(proved, asked, send);
    try {
      return await send(this.hangs && proved !== undefined ? { ...asked, timeout: shortestWait } : asked);
    } catch (error) {
      const kind = requestKind(asked, route, state(), profile);
      if (kind === undefined) throw error;
      const view = state().servers.get(route.serverId)?.views[route.version];
      const map = view && knownMap(view);
      const sendOrdinary = () => sending.sendOrdinary(route, map);
      if (mayBeDueToSize(error, kind, asked) && (await isAnswered(sendOrdinary))) {
        throw new NotApplicable('the target closes the connection at a body of this size');
      }
      if (!mayBeDeliberate(error, kind, asked)) throw error;
      const answer = await this.proveSilence(kind, asked, sending, sendOrdinary);
      if (answer === undefined) throw error;
      if (answer.status === noResponse && (error as TargetUnavailableError).kind === 'silence') this.hangs = true;
      return answer;
    }
  }

  private get wait(): number {
    return this.hangs ? shortestWait : shortWait;
  }

  /** Sends it again, after an ordinary request each time. Undefined if an ordinary request gets no response either. */
  private async proveSilence(
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
  if (!(error instanceof TargetUnavailableError) || error.kind === 'lasting' || error.kind === 'stopped') return false;
  if (error.kind !== 'broken') return true;
  return !mayBeDueToSize(error, kind, asked) && !rejectedBeforeBody.test(clauseIn(kind));
}

/** True if a request that may be refused was refused for its size, by closing the connection. */
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
 * The kind of a request, by the first clause that it is about: `refusable BODY-04 v2`. Undefined for an ordinary one.
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

import { routeOf } from '../../contracts/http/route';
import { isUnavailable } from '../../contracts/http/status';
import { TargetUnavailableError } from '../errors';
import { classifyResponse, type ResponseClass } from './classify-response';
import type { Credentials } from './credentials';
import type { HttpRequest, HttpResponse, RecordedExchange, RequestContext } from './message';
import type { Send } from './pipeline';
import type { ResponseVerifier } from './response-verifier';
import { isRepeatable, pauseBeforeRetry, type Unusable } from './retry-pause';
import type { Attempt } from './send-once';
import type { SendingState } from './sending-state';

export interface RetryOptions {
  readonly state: SendingState;
  readonly credentials: Credentials;
  /** Is called once for each attempt. `fault` is the reason why a response is discarded. */
  readonly record: (exchange: RecordedExchange, context: RequestContext) => void;
  /** Without a verifier each response counts as the target's own. */
  readonly verifier?: ResponseVerifier | undefined;
}

/** `fault` is the reason why the response is discarded. It is recorded with the exchange. */
type Decision =
  | { readonly action: 'return'; readonly response: HttpResponse; readonly fault?: string | undefined }
  | { readonly action: 'throw'; readonly error: unknown; readonly fault: string }
  | { readonly action: 'retry'; readonly fault: string; readonly wait?: () => Promise<void> | void };

/**
 * Repeats a request while that is safe and the cause of the failure may be temporary. Each attempt is recorded.
 *
 * @throws {TargetUnavailableError} from the result, if no response says anything about the target.
 */
export function retry(sendOnce: Send<Attempt>, options: RetryOptions): Send {
  return async (request, context) => {
    const retries = new Retries(request, context, options);
    for (let number = 1; ; number += 1) {
      const attempt = await sendOnce(request, { ...context, attempt: number });
      const decision = await retries.decide(attempt, number);
      const { exchange } = attempt;
      options.record(decision.fault === undefined ? exchange : { ...exchange, fault: decision.fault }, context);
      if (decision.action === 'return') return decision.response;
      if (decision.action === 'throw') throw decision.error;
      await decision.wait?.();
    }
  };
}

/** Decides after each attempt of one request. */
class Retries {
  private readonly kind: string;
  private readonly isRace: boolean;
  private waited = 0;
  private isRenewed = false;
  private isContradictionRepeated = false;

  constructor(
    private readonly request: HttpRequest,
    context: RequestContext,
    private readonly options: RetryOptions,
  ) {
    this.kind = kindOf(request);
    this.isRace = context.raceId !== undefined;
  }

  /** The first step that decides ends the decision. */
  async decide(attempt: Attempt, number: number): Promise<Decision> {
    const { health } = this.options.state;
    health.recordAttempt(this.request, attempt);
    const accepted = this.acceptNoResponse(attempt);
    if (accepted !== undefined) return accepted;
    const found = this.classify(attempt);
    const repeated = found.kind === 'ok' ? undefined : this.retryAfterPause(found, attempt, number);
    if (repeated !== undefined) return repeated;
    health.lastTimedOut = found.kind === 'unavailable' && found.cause === 'silence';
    if (found.kind === 'unavailable') return this.giveUp(found, attempt);
    const decided = (await this.renewToken(attempt)) ?? this.repeatContradiction(attempt);
    return decided ?? (await this.verify(found, attempt, number));
  }

  private acceptNoResponse({ response, exchange }: Attempt): Decision | undefined {
    const isAccepted = this.request.acceptsNoResponse && (response === undefined || isUnavailable(response.status));
    if (!isAccepted) return undefined;
    const { status } = exchange.response;
    return { action: 'return', response: { status, headers: {}, body: Buffer.alloc(0) } };
  }

  private classify(attempt: Attempt): ResponseClass {
    const { state, verifier } = this.options;
    const found = classifyResponse(attempt, state.clock.date());
    const isOwn = attempt.response !== undefined && verifier?.wasConfirmed(this.request, attempt.exchange) === true;
    return isOwn ? { kind: 'ok' } : found;
  }

  private retryAfterPause(found: Unusable, { response }: Attempt, number: number): Decision | undefined {
    const { request, isRace, kind, waited } = this;
    const { state, verifier } = this.options;
    const size = response?.body.length ?? 0;
    const returnsHtmlRegularly = verifier?.returnsHtmlRegularly === true;
    const failed = { request, found, number, isRace, kind, waited, size, returnsHtmlRegularly };
    const pause = pauseBeforeRetry(failed, state);
    if (pause === undefined) return undefined;
    this.waited += pause;
    // The target demands the pause of a Retry-After header from all requests.
    const isForAll = found.kind === 'unavailable' && found.retryAfter !== undefined;
    const wait = () => (isForAll ? state.rateLimiter.pauseFor(pause) : state.rateLimiter.wait(pause));
    return { action: 'retry', fault: found.reason, wait };
  }

  private giveUp({ reason }: { readonly reason: string }, { response, error }: Attempt): Decision {
    this.options.state.retryBudget.recordFailure(this.kind, this.waited);
    const { method, path } = this.request;
    const message = `${method} ${path}: ${reason}: try again later`;
    // 429 limits this caller. It says nothing about the target.
    const kind = response?.status === 429 ? 'lasting' : 'load';
    return { action: 'throw', error: error ?? new TargetUnavailableError(message, {}, kind), fault: reason };
  }

  /**
   * Repeats a request whose token has expired. The result of another request proves nothing: one part of the target may
   * cache a token that another part no longer accepts.
   */
  private async renewToken({ exchange, credential }: Attempt): Promise<Decision | undefined> {
    const { request } = this;
    const { credentials } = this.options;
    if (exchange.response.status !== 401) return undefined;
    if (this.isRenewed || !credentials.isRenewable(request.as, credential)) return undefined;
    // The requests of a race get 401 together, wait for the same token, and are concurrent again.
    const verifier = this.isRace ? undefined : this.options.verifier;
    try {
      // The target may reject such requests for any token. The control request may renew the token, too.
      const isOwn = verifier?.isConfirmed(request, exchange) === true && (await verifier.isTokenValid(request));
      if (!isOwn) await credentials.renew(request.as, credential);
    } catch (error) {
      return { action: 'throw', error, fault: (error as Error).message };
    }
    this.isRenewed = credentials.tokenOf(request.as) !== credential;
    if (!this.isRenewed) return undefined;
    return { action: 'retry', fault: 'the token had expired (status 401), and was renewed' };
  }

  /** A gateway may contradict the known state once. The target gives the same response twice. */
  private repeatContradiction({ exchange }: Attempt): Decision | undefined {
    if (this.isContradictionRepeated || this.isRace || !isRepeatable(this.request)) return undefined;
    if (this.options.verifier?.contradictsKnownState(this.request, exchange) !== true) return undefined;
    this.isContradictionRepeated = true;
    return { action: 'retry', fault: `status ${exchange.response.status} contradicts the known state: sent once more` };
  }

  /** Returns the response, unless a control request shows that it is not the target's own. */
  private async verify(found: ResponseClass, { response, exchange }: Attempt, number: number): Promise<Decision> {
    const { request, isRace, kind, waited } = this;
    const { state, verifier } = this.options;
    // A control request would disturb a race.
    const reason = isRace
      ? undefined
      : ((await verifier?.verify(request, exchange)) ?? this.unprovenCorruption(found, exchange, number));
    if (reason !== undefined) {
      state.retryBudget.recordFailure(kind, waited);
      return { action: 'throw', error: new TargetUnavailableError(reason), fault: reason };
    }
    if (found.kind === 'ok') state.retryBudget.recordSuccess(kind);
    // Without a verifier it is unknown whether the target sent this on purpose.
    else if (verifier === undefined) state.retryBudget.recordFailure(kind, waited);
    const fault = isRace && found.kind === 'corrupt' ? found.reason : undefined;
    return { action: 'return', response: response as HttpResponse, fault };
  }

  /**
   * The reason why a corrupt response is discarded that could not be sent again: it may be that of a gateway. Undefined
   * if the target was seen to send such responses.
   */
  private unprovenCorruption(found: ResponseClass, exchange: RecordedExchange, number: number): string | undefined {
    const { verifier } = this.options;
    const isSure = number > 1 || verifier === undefined || verifier.isConfirmed(this.request, exchange);
    return found.kind === 'corrupt' && !isSure ? found.reason : undefined;
  }
}

/** The unit of the retry budget: a target may fail for all requests, one caller, one version, or one server. */
function kindOf({ method, path, as }: HttpRequest): string {
  const { version, resource, serverId } = routeOf(path) ?? {};
  return [method, version, resource, serverId, as].join(' ');
}

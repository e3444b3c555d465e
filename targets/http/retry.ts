import { routeOf } from '../../contracts/http/route';
import { isUnavailable } from '../../contracts/http/status';
import { TargetUnavailableError } from '../errors';
import { classifyResponse, type ResponseClass } from './classify-response';
import type { Credentials } from './credentials';
import type { HttpRequest, HttpResponse, RecordedExchange, RequestContext } from './message';
import type { Send } from './pipeline';
import type { ResponseVerifier } from './response-verifier';
import type { Attempt } from './send-once';
import type { SendingState } from './sending-state';

/** Retries of one request, and the pause before the first one in milliseconds. Each later pause is twice as long. */
const defaultRetries = { count: 4, pause: 250 };

/** Gateways send smaller pages than this: a larger one is requested only once more. Bytes. */
const largePage = 1_048_576;

/** The longest total wait for one response, in milliseconds. */
const maxWait = 120_000;

export interface RetryOptions {
  readonly state: SendingState;
  readonly credentials: Credentials;
  /** Is called once for each attempt. `fault` says why a response was discarded. */
  readonly record: (exchange: RecordedExchange, context: RequestContext) => void;
  /** Without a verifier each response counts as the target's own. */
  readonly verifier?: ResponseVerifier | undefined;
}

/** `fault` is recorded with the exchange: it says why the response is discarded. */
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

  async decide(attempt: Attempt, number: number): Promise<Decision> {
    const { request, isRace } = this;
    const { state, verifier } = this.options;
    const { response, exchange } = attempt;
    state.health.recordAttempt(request, attempt);
    if (request.acceptsNoResponse && (response === undefined || isUnavailable(response.status))) {
      const { status } = exchange.response;
      return { action: 'return', response: { status, headers: {}, body: Buffer.alloc(0) } };
    }
    const found = this.classify(attempt);
    const pause = this.pauseAfter(found, attempt, number);
    if (found.kind !== 'ok' && pause !== undefined) return this.retryAfter(pause, found);
    state.health.lastHadResponse = !isSilence(found);
    if (found.kind === 'unavailable') return this.giveUp(found, attempt);
    const { status } = exchange.response;
    if (status === 401) {
      const renewed = await this.renewToken(attempt);
      if (renewed !== undefined) return renewed;
    }
    if (this.mustRepeatContradiction(exchange)) {
      this.isContradictionRepeated = true;
      return { action: 'retry', fault: `status ${status}, which is asked for once more` };
    }
    const corruption = found.kind === 'corrupt' ? found.reason : undefined;
    const fault = isRace ? corruption : await verifier?.verify(request, exchange);
    if (fault !== undefined && !isRace) {
      state.retryBudget.recordFailure(this.kind, this.waited);
      return { action: 'throw', error: new TargetUnavailableError(fault), fault };
    }
    if (found.kind === 'ok') state.retryBudget.recordSuccess(this.kind);
    // Without a verifier it stays unknown whether the target sent this on purpose.
    else if (verifier === undefined) state.retryBudget.recordFailure(this.kind, this.waited);
    return { action: 'return', response: response as HttpResponse, fault };
  }

  private classify(attempt: Attempt): ResponseClass {
    const { state, verifier } = this.options;
    const found = classifyResponse(attempt, state.clock.date());
    const isOwn = attempt.response !== undefined && verifier?.wasConfirmed(this.request, attempt.exchange) === true;
    return isOwn ? { kind: 'ok' } : found;
  }

  /** The pause before the next attempt, in milliseconds; undefined if there is none. */
  private pauseAfter(found: ResponseClass, attempt: Attempt, number: number): number | undefined {
    if (found.kind === 'ok') return undefined;
    const { request, isRace, waited } = this;
    const { health, retryBudget } = this.options.state;
    const cause = found.kind === 'unavailable' ? found.cause : 'corrupt';
    // The target may close a connection that is kept alive just before it is used: even a race may repeat that.
    if (cause === 'broken' && number === 1 && isRace) return 0;
    // Another attempt would read as many bytes, with the same result.
    if (isRace || cause === 'lasting' || cause === 'large') return undefined;
    const repeats = retryBudget.repeats(this.kind, this.isRepeatedOnce(found, attempt) ? 1 : defaultRetries.count);
    if (!isRepeatable(request) || number > repeats) return undefined;
    // A write without a response may still be carried out after a later one, so only a GET is repeated.
    if (cause === 'silence')
      return request.method === 'GET' && number === 1 && health.lastHadResponse && health.hasResponded ? 0 : undefined;
    if (cause === 'broken' && !health.hasResponded && number > 1) return undefined;
    const retryAfter = found.kind === 'unavailable' ? found.retryAfter : undefined;
    const pause = retryAfter ?? defaultRetries.pause * 2 ** (number - 1);
    return waited + pause > maxWait ? undefined : pause;
  }

  private isRepeatedOnce(found: ResponseClass, { response }: Attempt): boolean {
    if (found.kind !== 'corrupt') return false;
    return this.options.verifier?.returnsHtmlRegularly === true || (response?.body.length ?? 0) > largePage;
  }

  private retryAfter(pause: number, found: Exclude<ResponseClass, { kind: 'ok' }>): Decision {
    const { rateLimiter } = this.options.state;
    this.waited += pause;
    const isForAll = found.kind === 'unavailable' && found.retryAfter !== undefined;
    const wait = () => (isForAll ? rateLimiter.pauseFor(pause) : rateLimiter.wait(pause));
    return { action: 'retry', fault: found.reason, wait };
  }

  private giveUp({ reason }: { readonly reason: string }, { response, error }: Attempt): Decision {
    this.options.state.retryBudget.recordFailure(this.kind, this.waited);
    const { method, path } = this.request;
    const message = `${method} ${path}: ${reason}: try again later`;
    // 429 is a lasting answer to this caller: it says nothing else about the target.
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
    if (this.isRenewed || !credentials.isRenewable(request.as, credential)) return undefined;
    // Concurrent requests are refused together, wait for the same token, and meet again.
    const verifier = this.isRace ? undefined : this.options.verifier;
    try {
      // A target that refuses such requests for any token is looked at first. That look may renew the token, too.
      const isOwn = verifier?.isConfirmed(request, exchange) === true && (await verifier.isTokenValid(request));
      if (!isOwn) await credentials.renew(request.as, credential);
    } catch (error) {
      return { action: 'throw', error, fault: (error as Error).message };
    }
    this.isRenewed = credentials.tokenOf(request.as) !== credential;
    if (!this.isRenewed) return undefined;
    return { action: 'retry', fault: 'the token had expired (status 401), and was renewed' };
  }

  /** A gateway may contradict the known state once; the target repeats what it means. */
  private mustRepeatContradiction(exchange: RecordedExchange): boolean {
    if (this.isContradictionRepeated || this.isRace || !isRepeatable(this.request)) return false;
    return this.options.verifier?.contradictsKnownState(this.request, exchange) === true;
  }
}

/** The unit of the retry budget: a target may fail for all requests, one caller, one version, or one server. */
function kindOf({ method, path, as }: HttpRequest): string {
  const { version, resource, serverId } = routeOf(path) ?? {};
  return [method, version, resource, serverId, as].join(' ');
}

/** Whether a request may be sent twice. A second server action is refused; the driver of the vm_state handles that. */
function isRepeatable({ method, path }: HttpRequest): boolean {
  return method !== 'POST' || routeOf(path)?.resource === 'action';
}

function isSilence(found: ResponseClass): boolean {
  return found.kind === 'unavailable' && found.cause === 'silence';
}

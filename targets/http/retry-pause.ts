import { routeOf } from '../../contracts/http/route';
import type { ResponseClass } from './classify-response';
import type { HttpRequest } from './message';
import type { SendingState } from './sending-state';

/** Retries of one request, and the pause before the first one in milliseconds. Each later pause is twice as long. */
const defaultRetries = { count: 4, pause: 250 };

/** Gateways send smaller pages than this: a larger one is requested only once more. Bytes. */
const largePage = 1_048_576;

/** The longest total wait for one response, in milliseconds. */
const maxWait = 120_000;

/** A response class after which a request may be sent again. */
export type Unusable = Exclude<ResponseClass, { readonly kind: 'ok' }>;

export interface FailedAttempt {
  readonly request: HttpRequest;
  readonly found: Unusable;
  /** 1 for the first attempt. */
  readonly number: number;
  readonly isRace: boolean;
  /** The unit of the retry budget. */
  readonly kind: string;
  /** Milliseconds of pauses so far. */
  readonly waited: number;
  /** Bytes of the response. */
  readonly size: number;
  /** True if the target is known to send pages for many requests. */
  readonly returnsHtmlRegularly: boolean;
}

/** Decides whether a request is sent again: gives the pause before that in milliseconds, or undefined for no. */
export function pauseBeforeRetry(failed: FailedAttempt, { health, retryBudget }: SendingState): number | undefined {
  const { request, found, number, isRace } = failed;
  const cause = found.kind === 'unavailable' ? found.cause : 'corrupt';
  // The target may close an idle connection just before it is used: even a request of a race may be sent again then.
  if (isRace) return cause === 'broken' && number === 1 ? 0 : undefined;
  // Another attempt has the same result, and reads a large response again.
  if (cause === 'lasting' || cause === 'stopped' || cause === 'large') return undefined;
  if (!isRepeatable(request) || number > retryBudget.repeats(failed.kind, mostRetries(failed))) return undefined;
  if (cause === 'silence') {
    // A write without a response may still be carried out, even after a later one, so only a GET is sent again.
    const isExceptional = health.hasResponded && !health.lastTimedOut;
    return request.method === 'GET' && number === 1 && isExceptional ? 0 : undefined;
  }
  if (cause === 'broken' && !health.hasResponded && number > 1) return undefined;
  const retryAfter = found.kind === 'unavailable' ? found.retryAfter : undefined;
  const pause = retryAfter ?? defaultRetries.pause * 2 ** (number - 1);
  return failed.waited + pause > maxWait ? undefined : pause;
}

function mostRetries({ found, size, returnsHtmlRegularly }: FailedAttempt): number {
  return found.kind === 'corrupt' && (returnsHtmlRegularly || size > largePage) ? 1 : defaultRetries.count;
}

/** True for every request but a POST. A second server action is rejected, and its driver handles that. */
export function isRepeatable({ method, path }: HttpRequest): boolean {
  return method !== 'POST' || routeOf(path)?.resource === 'action';
}

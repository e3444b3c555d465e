import { isCorruptResponse } from '../../contracts/http/inconclusive';
import { routeOf } from '../../contracts/http/route';
import { isUnavailable } from '../../contracts/http/status';
import type { HttpRequest, HttpResponse, RecordedExchange } from './client';
import type { Credentials } from './credentials';
import { errorCode, TargetUnavailableError } from './errors';
import type { RateLimiter } from './rate-limit';

/** One sending of a request: how it was answered, or why not. */
export interface Attempt {
  readonly answer: HttpResponse | undefined;
  readonly error?: TargetUnavailableError;
  readonly recorded: RecordedExchange;
  /** The token that was sent. */
  readonly credential: string | undefined;
}

/** Finds out by other requests whether a doubtful answer tells of the target. */
export interface ResponseVerifier {
  /** Whether the target was seen to mean such an answer to such a request, be it once. */
  wasConfirmed(asked: HttpRequest, recorded: RecordedExchange): boolean;
  /** Whether that was so often that nobody need look again. */
  isConfirmed(asked: HttpRequest, recorded: RecordedExchange): boolean;
  /** Whether the target means it when it answers with what is no JSON, on one occasion and another. */
  readonly returnsHtmlRegularly: boolean;
  /** Gives what the answer is to be taken for; undefined where it is the target's own. */
  verify(asked: HttpRequest, recorded: RecordedExchange): Promise<string | undefined>;
  /** Whether an answer says of the caller or of the server what is known to be otherwise. */
  contradictsKnownState(asked: HttpRequest, recorded: RecordedExchange): boolean;
  /** Whether the target still takes the token of this caller for something else. */
  isTokenValid(asked: HttpRequest): Promise<boolean>;
}

export interface RequestPolicy {
  readonly rateLimiter: RateLimiter;
  /** When the run began, by the clock of the target: now, unless other wires belong to it. */
  readonly began?: number;
  /** Requests that are to meet are not repeated: it would be too late. */
  readonly isRace?: () => boolean;
  /** Without it every answer is the target's own. */
  readonly verifier?: ResponseVerifier;
}

/** Repeats of one request, and the first pause between them in milliseconds; each later one is twice as long. */
const defaultRetries = { repeats: 4, pause: 250 };

/** Bytes of a page that no gateway has of its own: it is not asked for again and again. */
const largePage = 1_048_576;

/** Nobody is kept waiting longer for one answer, in milliseconds. */
const longestWait = 120_000;

/**
 * Sends a request, politely again where that is safe and the answer tells of the way to the target or of the moment.
 * Whatever it passes over is recorded with the fault that it takes it for.
 *
 * @throws {TargetUnavailableError} where no answer comes that tells of the target.
 */
export async function sendWithRetry(
  asked: HttpRequest,
  attempt: (isRepeated: boolean) => Promise<Attempt>,
  record: (recorded: RecordedExchange) => void,
  { rateLimiter, isRace, verifier }: RequestPolicy,
  keys: Credentials,
): Promise<HttpResponse> {
  const kind = kindOf(asked);
  let isRenewed = false;
  let isAskedAgain = false;
  let waited = 0;
  for (let turn = 0; ; turn += 1) {
    await rateLimiter.acquire();
    const { answer, error: trouble, recorded, credential } = await attempt(turn > 0);
    rateLimiter.hasAnswered ||= answer !== undefined;
    if (asked.method !== 'GET' && mayStillBeCarriedOut(answer, trouble)) rateLimiter.recordUnanswered();
    if (asked.acceptsNoResponse && (answer === undefined || isUnavailable(answer.status))) {
      record(recorded);
      return { status: recorded.response.status, headers: {}, body: Buffer.alloc(0) };
    }
    const met = classifyFailure(answer, trouble, recorded, rateLimiter.clock.date());
    const wasMeant = met !== undefined && answer !== undefined && verifier?.wasConfirmed(asked, recorded) === true;
    const fault = wasMeant ? undefined : met;
    const isOnce =
      fault?.kind === 'garbled' && (verifier?.returnsHtmlRegularly || (answer?.body.length ?? 0) > largePage);
    const repeats = rateLimiter.retryBudget.repeats(kind, isOnce ? 1 : defaultRetries.repeats);
    const pause =
      fault === undefined
        ? undefined
        : pauseBefore(asked, fault, turn, repeats, waited, rateLimiter, isRace?.() ?? false);
    if (fault !== undefined && pause !== undefined) {
      record({ ...recorded, fault: fault.words });
      waited += pause;
      if (fault.asksToWait !== undefined) rateLimiter.pauseFor(pause);
      else await rateLimiter.wait(pause);
      continue;
    }
    rateLimiter.lastWasAnswered = fault?.kind !== 'silence';
    if (fault?.isTrouble || answer === undefined) {
      record({ ...recorded, fault: fault?.words ?? 'no answer' });
      rateLimiter.retryBudget.recordFailure(kind, waited);
      const words = `${asked.method} ${asked.path}: ${fault?.words}: try again later`;
      // A target that limits the rate of its callers says so, and nothing else.
      throw trouble ?? new TargetUnavailableError(words, {}, answer?.status === 429 ? 'lasting' : 'load');
    }
    if (answer.status === 401 && !isRenewed && keys.isRenewable(asked.as, credential)) {
      // Those that meet are refused together, wait for the same token, and meet again.
      const skeptic = isRace?.() ? undefined : verifier;
      isRenewed = await renewToken(asked, recorded, credential, keys, skeptic).catch((error: Error) => {
        record({ ...recorded, fault: error.message });
        throw error;
      });
      if (isRenewed) {
        record({ ...recorded, fault: 'the token had expired (status 401), and was renewed' });
        continue;
      }
    }
    if (!isAskedAgain && !isRace?.() && isRepeatable(asked) && verifier?.contradictsKnownState(asked, recorded)) {
      // One answer of a gateway in between may say so; what the target means it says again.
      isAskedAgain = true;
      record({ ...recorded, fault: `status ${answer.status}, which is asked for once more` });
      continue;
    }
    const reason = isRace?.() ? fault?.words : await verifier?.verify(asked, recorded);
    record(reason === undefined ? recorded : { ...recorded, fault: reason });
    if (reason !== undefined && !isRace?.()) {
      rateLimiter.retryBudget.recordFailure(kind, waited);
      throw new TargetUnavailableError(reason);
    }
    if (fault === undefined) rateLimiter.retryBudget.recordSuccess(kind);
    // Where nobody finds out whether it was meant, it was not.
    else if (verifier === undefined) rateLimiter.retryBudget.recordFailure(kind, waited);
    return answer;
  }
}

/** A target may fail for everybody, for one caller, in one version, or for one server. */
function kindOf({ method, path, as }: HttpRequest): string {
  const { version, resource, serverId } = routeOf(path) ?? {};
  return [method, version, resource, serverId, as].join(' ');
}

/** Whether a request may be carried out later than its caller waits: nothing is, where nobody listens. */
function mayStillBeCarriedOut(answer: HttpResponse | undefined, trouble: TargetUnavailableError | undefined): boolean {
  if (answer !== undefined) return answer.status >= 502 && answer.status <= 504;
  return trouble?.kind === 'silence' || (trouble?.kind === 'broken' && errorCode(trouble.cause) !== 'ECONNREFUSED');
}

interface Failure {
  /**
   * `silence`: nobody answered in time. `broken`: the connection. `load`: by its status. `garbled`: by its body.
   * `large`: by its size.
   */
  readonly kind: TargetUnavailableError['kind'] | 'garbled';
  readonly words: string;
  /** What says nothing of the contract, however often it comes. */
  readonly isTrouble: boolean;
  /** Milliseconds that the target asks for. */
  readonly asksToWait?: number;
}

function classifyFailure(
  answer: HttpResponse | undefined,
  trouble: TargetUnavailableError | undefined,
  recorded: RecordedExchange,
  now: Date,
): Failure | undefined {
  if (trouble !== undefined) return { kind: trouble.kind, words: trouble.message, isTrouble: true };
  if (answer === undefined) return undefined;
  if (isUnavailable(answer.status)) {
    const asked = parseRetryAfter(answer.headers['retry-after'], now);
    const words = `status ${answer.status}, which tells of load or of a gateway`;
    return { kind: 'load', words, isTrouble: true, ...(asked === undefined ? {} : { asksToWait: asked }) };
  }
  if (!isCorruptResponse(recorded)) return undefined;
  return { kind: 'garbled', words: `status ${answer.status} with a body that is no JSON`, isTrouble: false };
}

/** Whether a request may be sent twice. A server action that was taken already is refused; whoever takes it sees to that. */
function isRepeatable({ method, path }: Pick<HttpRequest, 'method' | 'path'>): boolean {
  return method !== 'POST' || routeOf(path)?.resource === 'action';
}

/** How long to wait before the request is sent again, in milliseconds; undefined where it is not. */
function pauseBefore(
  { method, path }: HttpRequest,
  { kind, asksToWait }: Failure,
  turn: number,
  repeats: number,
  waited: number,
  rateLimiter: RateLimiter,
  isMeeting: boolean,
): number | undefined {
  // A kept connection that the other side closes just then.
  if (kind === 'broken' && turn === 0 && isMeeting) return 0;
  // To read as much again takes long, and shows the same.
  if (isMeeting || kind === 'lasting' || kind === 'large') return undefined;
  if (!isRepeatable({ method, path }) || turn >= repeats) return undefined;
  // What is still on its way to be carried out must not overtake what comes later: only reading is asked for again.
  if (kind === 'silence')
    return method === 'GET' && turn === 0 && rateLimiter.lastWasAnswered && rateLimiter.hasAnswered ? 0 : undefined;
  if (kind === 'broken' && !rateLimiter.hasAnswered && turn > 0) return undefined;
  const pause = asksToWait ?? defaultRetries.pause * 2 ** turn;
  return waited + pause > longestWait ? undefined : pause;
}

/**
 * Whether there is a new token in place of one that was refused. What the target says of another request is no proof:
 * one part of it may still remember a token that another part no longer takes.
 *
 * @throws {TargetTrouble} where no new token is to be had.
 */
async function renewToken(
  asked: HttpRequest,
  recorded: RecordedExchange,
  credential: string | undefined,
  keys: Credentials,
  verifier: ResponseVerifier | undefined,
): Promise<boolean> {
  // Who often refuses such requests, whatever the token, is looked at first; the look itself may renew it.
  const isMeant = verifier?.isConfirmed(asked, recorded) === true && (await verifier.isTokenValid(asked));
  if (!isMeant) await keys.renew(asked.as, credential);
  return keys.tokenOf(asked.as) !== credential;
}

/** What a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date), in milliseconds; undefined where nothing. */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

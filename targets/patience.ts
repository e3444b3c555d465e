import { isCorruptResponse } from '../contracts/http/inconclusive';
import { routeOf } from '../contracts/http/route';
import { isUnavailable } from '../contracts/http/status';
import type { Keys } from './keys';
import type { Pace } from './pace';
import { renewed } from './renewed';
import { retryAfter } from './retry-after';
import { codeOf, TargetTrouble } from './trouble';
import type { Answer, Recorded, WireRequest } from './wire';

/** One sending of a request: how it was answered, or why not. */
export interface Attempt {
  readonly answer: Answer | undefined;
  readonly trouble?: TargetTrouble;
  readonly recorded: Recorded;
  /** The token that was sent. */
  readonly credential: string | undefined;
}

/** Finds out by other requests whether a doubtful answer tells of the target. */
export interface Skeptic {
  /** Whether the target was seen to mean such an answer to such a request, be it once. */
  wasMeant(asked: WireRequest, recorded: Recorded): boolean;
  /** Whether that was so often that nobody need look again. */
  isMeant(asked: WireRequest, recorded: Recorded): boolean;
  /** Whether the target means it when it answers with what is no JSON, on one occasion and another. */
  readonly isUsedToPages: boolean;
  /** Gives what the answer is to be taken for; undefined where it is the target's own. */
  about(asked: WireRequest, recorded: Recorded): Promise<string | undefined>;
  /** Whether an answer says of the caller or of the server what is known to be otherwise. */
  isOdd(asked: WireRequest, recorded: Recorded): boolean;
  /** Whether the target still takes the token of this caller for something else. */
  isWelcome(asked: WireRequest): Promise<boolean>;
}

export interface Manners {
  readonly pace: Pace;
  /** When the run began, by the clock of the target: now, unless other wires belong to it. */
  readonly began?: number;
  /** Requests that are to meet are not repeated: it would be too late. */
  readonly isMeeting?: () => boolean;
  /** Without it every answer is the target's own. */
  readonly doubts?: Skeptic;
}

/** Repeats of one request, and the first pause between them in milliseconds; each later one is twice as long. */
const usual = { repeats: 4, pause: 250 };

/** Bytes of a page that no gateway has of its own: it is not asked for again and again. */
const largePage = 1_048_576;

/** Nobody is kept waiting longer for one answer, in milliseconds. */
const longestWait = 120_000;

/**
 * Sends a request, politely again where that is safe and the answer tells of the way to the target or of the moment.
 * Whatever it passes over is recorded with the fault that it takes it for.
 *
 * @throws {TargetTrouble} where no answer comes that tells of the target.
 */
export async function patiently(
  asked: WireRequest,
  attempt: (isRepeated: boolean) => Promise<Attempt>,
  record: (recorded: Recorded) => void,
  { pace, isMeeting, doubts }: Manners,
  keys: Keys,
): Promise<Answer> {
  const kind = kindOf(asked);
  let isRenewed = false;
  let isAskedAgain = false;
  let waited = 0;
  for (let turn = 0; ; turn += 1) {
    await pace.turn();
    const { answer, trouble, recorded, credential } = await attempt(turn > 0);
    pace.hasAnswered ||= answer !== undefined;
    if (asked.method !== 'GET' && mayBeUnderWay(answer, trouble)) pace.wasNotAnswered();
    if (asked.isSilenceMeant && (answer === undefined || isUnavailable(answer.status))) {
      record(recorded);
      return { status: recorded.response.status, headers: {}, body: Buffer.alloc(0) };
    }
    const met = faultOf(answer, trouble, recorded, pace.clock.date());
    const wasMeant = met !== undefined && answer !== undefined && doubts?.wasMeant(asked, recorded) === true;
    const fault = wasMeant ? undefined : met;
    const isOnce = fault?.kind === 'garbled' && (doubts?.isUsedToPages || (answer?.body.length ?? 0) > largePage);
    const repeats = pace.budget.repeats(kind, isOnce ? 1 : usual.repeats);
    const pause =
      fault === undefined ? undefined : pauseBefore(asked, fault, turn, repeats, waited, pace, isMeeting?.() ?? false);
    if (fault !== undefined && pause !== undefined) {
      record({ ...recorded, fault: fault.words });
      waited += pause;
      if (fault.asksToWait !== undefined) pace.holdOff(pause);
      else await pace.wait(pause);
      continue;
    }
    pace.isWell = fault?.kind !== 'silence';
    if (fault?.isTrouble || answer === undefined) {
      record({ ...recorded, fault: fault?.words ?? 'no answer' });
      pace.budget.failed(kind, waited);
      const words = `${asked.method} ${asked.path}: ${fault?.words}: try again later`;
      // A target that limits the rate of its callers says so, and nothing else.
      throw trouble ?? new TargetTrouble(words, {}, answer?.status === 429 ? 'lasting' : 'load');
    }
    if (answer.status === 401 && !isRenewed && keys.isRenewable(asked.as, credential)) {
      // Those that meet are refused together, wait for the same token, and meet again.
      const skeptic = isMeeting?.() ? undefined : doubts;
      isRenewed = await renewed(asked, recorded, credential, keys, skeptic).catch((error: Error) => {
        record({ ...recorded, fault: error.message });
        throw error;
      });
      if (isRenewed) {
        record({ ...recorded, fault: 'the token had expired (status 401), and was renewed' });
        continue;
      }
    }
    if (!isAskedAgain && !isMeeting?.() && isSafe(asked) && doubts?.isOdd(asked, recorded)) {
      // One answer of a gateway in between may say so; what the target means it says again.
      isAskedAgain = true;
      record({ ...recorded, fault: `status ${answer.status}, which is asked for once more` });
      continue;
    }
    const reason = isMeeting?.() ? fault?.words : await doubts?.about(asked, recorded);
    record(reason === undefined ? recorded : { ...recorded, fault: reason });
    if (reason !== undefined && !isMeeting?.()) {
      pace.budget.failed(kind, waited);
      throw new TargetTrouble(reason);
    }
    if (fault === undefined) pace.budget.succeeded(kind);
    // Where nobody finds out whether it was meant, it was not.
    else if (doubts === undefined) pace.budget.failed(kind, waited);
    return answer;
  }
}

/** A target may fail for everybody, for one caller, in one version, or for one server. */
function kindOf({ method, path, as }: WireRequest): string {
  const { version, resource, serverId } = routeOf(path) ?? {};
  return [method, version, resource, serverId, as].join(' ');
}

/** Whether a request may be carried out later than its caller waits: nothing is, where nobody listens. */
function mayBeUnderWay(answer: Answer | undefined, trouble: TargetTrouble | undefined): boolean {
  if (answer !== undefined) return answer.status >= 502 && answer.status <= 504;
  return trouble?.kind === 'silence' || (trouble?.kind === 'broken' && codeOf(trouble.cause) !== 'ECONNREFUSED');
}

interface Fault {
  /**
   * `silence`: nobody answered in time. `broken`: the connection. `load`: by its status. `garbled`: by its body.
   * `large`: by its size.
   */
  readonly kind: TargetTrouble['kind'] | 'garbled';
  readonly words: string;
  /** What says nothing of the contract, however often it comes. */
  readonly isTrouble: boolean;
  /** Milliseconds that the target asks for. */
  readonly asksToWait?: number;
}

function faultOf(
  answer: Answer | undefined,
  trouble: TargetTrouble | undefined,
  recorded: Recorded,
  now: Date,
): Fault | undefined {
  if (trouble !== undefined) return { kind: trouble.kind, words: trouble.message, isTrouble: true };
  if (answer === undefined) return undefined;
  if (isUnavailable(answer.status)) {
    const asked = retryAfter(answer.headers['retry-after'], now);
    const words = `status ${answer.status}, which tells of load or of a gateway`;
    return { kind: 'load', words, isTrouble: true, ...(asked === undefined ? {} : { asksToWait: asked }) };
  }
  if (!isCorruptResponse(recorded)) return undefined;
  return { kind: 'garbled', words: `status ${answer.status} with a body that is no JSON`, isTrouble: false };
}

/** Whether a request may be sent twice. A server action that was taken already is refused; whoever takes it sees to that. */
function isSafe({ method, path }: Pick<WireRequest, 'method' | 'path'>): boolean {
  return method !== 'POST' || routeOf(path)?.resource === 'action';
}

/** How long to wait before the request is sent again, in milliseconds; undefined where it is not. */
function pauseBefore(
  { method, path }: WireRequest,
  { kind, asksToWait }: Fault,
  turn: number,
  repeats: number,
  waited: number,
  pace: Pace,
  isMeeting: boolean,
): number | undefined {
  // A kept connection that the other side closes just then.
  if (kind === 'broken' && turn === 0 && isMeeting) return 0;
  // To read as much again takes long, and shows the same.
  if (isMeeting || kind === 'lasting' || kind === 'large') return undefined;
  if (!isSafe({ method, path }) || turn >= repeats) return undefined;
  // What is still on its way to be carried out must not overtake what comes later: only reading is asked for again.
  if (kind === 'silence') return method === 'GET' && turn === 0 && pace.isWell && pace.hasAnswered ? 0 : undefined;
  if (kind === 'broken' && !pace.hasAnswered && turn > 0) return undefined;
  const pause = asksToWait ?? usual.pause * 2 ** turn;
  return waited + pause > longestWait ? undefined : pause;
}

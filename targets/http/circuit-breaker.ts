import { TargetUnavailableError } from '../errors';
import type { Clock } from './clock';
import type { Policy } from './pipeline';

/** So many requests in a row that come to nothing, and the target counts as dead. */
const maxConsecutiveFailures = 3;

/** So many answers in all that are too large to be read: to find that out takes megabytes each time. */
const maxLarge = 16;

/** So many requests that are not answered in time, and so large a share of all: each is waited for in full. */
const maxSilent = { count: 24, share: 0.1 };

/** What the answers of a run may hold: so much, and so much for each request. Those of a right target hold 1 KB each. */
const byteBudget = { least: 256 * 1_048_576, each: 8 * 1_024 };

interface Spent {
  readonly requests: number;
  /** Of all answers. */
  readonly bytes: number;
}

/**
 * Why a run ends before its suites do: the user cut it short, or the target no longer answers as one. Without this a
 * target that hangs would keep the run waiting once for every request that is left.
 */
export class CircuitBreaker {
  private consecutiveFailures = 0;
  private lastGivenUp = 0;
  private large = 0;
  private silent = 0;
  private lastError = '';
  /** The check that met it first. */
  private firstFailedCheck = '';

  private stopped: string | undefined;
  private budget: Spent = { requests: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  private spent: () => Spent = () => ({ requests: 0, bytes: 0 });

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** From here on the run may send so many requests, those that it has sent included. */
  setBudget(requests: number, spent: () => Spent): void {
    this.budget = { requests, bytes: byteBudget.least + requests * byteBudget.each };
    this.spent = spent;
  }

  /** Ends the run: the checks send nothing more. */
  stop(reason: string): void {
    this.stopped ??= reason;
  }

  get reason(): string | undefined {
    if (this.stopped !== undefined) return this.stopped;
    if (this.signal?.aborted) return 'the run was cut short';
    const { requests, bytes } = this.spent();
    if (requests >= this.budget.requests) {
      return `the run ends over its budget: it has sent ${requests} requests, one and a half times what was announced`;
    }
    if (bytes >= this.budget.bytes) {
      const megabytes = Math.round(bytes / 1_048_576);
      return `the run ends over its budget: the answers to ${requests} requests hold ${megabytes} MB`;
    }
    if (this.large >= maxLarge) return `given up after ${maxLarge} answers that are too large: ${this.lastError}`;
    if (this.silent >= maxSilent.count && this.silent >= requests * maxSilent.share) {
      return `given up after ${this.silent} of ${requests} requests were not answered: ${this.lastError}`;
    }
    if (this.consecutiveFailures < maxConsecutiveFailures) return undefined;
    const since = this.firstFailedCheck === '' ? '' : ` since ${this.firstFailedCheck}`;
    return `given up after ${maxConsecutiveFailures} requests in a row${since}: ${this.lastError}`;
  }

  /** Fails each request once the run has ended. Requests outside the checks name no check in the reason. */
  readonly policy: Policy = (next) => (request, context) => {
    const isOfCheck = context.phase === 'setup' || context.phase === 'check';
    return this.guard(() => next(request, context), isOfCheck ? context.checkId : '');
  };

  /**
   * Sends a request unless the run has ended.
   *
   * @param by the check that sends it: a target may go down over what it was sent.
   * @throws {TargetUnavailableError} once it has.
   */
  async guard<Answer>(send: () => Promise<Answer>, by = ''): Promise<Answer> {
    const { reason } = this;
    if (reason !== undefined) throw new TargetUnavailableError(reason);
    const began = this.clock.now();
    try {
      const answer = await send();
      this.consecutiveFailures = 0;
      return answer;
    } catch (error) {
      if (error instanceof TargetUnavailableError && error.kind === 'large') this.large += 1;
      if (error instanceof TargetUnavailableError && error.kind === 'silence') this.silent += 1;
      // Requests that were under way together have met the same trouble: they count once.
      if (began >= this.lastGivenUp) {
        if (this.consecutiveFailures === 0) this.firstFailedCheck = by;
        this.consecutiveFailures += 1;
        this.lastGivenUp = this.clock.now();
        this.lastError = (error as Error).message;
      }
      throw error;
    }
  }
}

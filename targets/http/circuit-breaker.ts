import { TargetUnavailableError } from '../errors';
import type { Clock } from './clock';
import type { Policy } from './pipeline';

/** The number of failed requests in a row after which the target counts as down. */
const maxConsecutiveFailures = 3;

/** The number of responses above the size limit after which the run ends. Each costs megabytes. */
const maxLarge = 16;

/** The number of requests without a response, and their share of all, after which the run ends. Each costs a timeout. */
const maxSilent = { count: 24, share: 0.1 };

/** The most bytes of all responses: a fixed part, and a part for each request. A compliant target sends 1 KB for each. */
const byteBudget = { least: 256 * 1_048_576, each: 8 * 1_024 };

interface Spent {
  readonly requests: number;
  /** Bytes of all responses. */
  readonly bytes: number;
}

/**
 * Ends a run early: after an abort by the user, or when the target is down. Without it a target that hangs would cost one
 * timeout for each remaining request.
 */
export class CircuitBreaker {
  private consecutiveFailures = 0;
  private lastGivenUp = 0;
  private large = 0;
  private silent = 0;
  private lastError = '';
  /** The check that had the first of the failures in a row. */
  private firstFailedCheck = '';

  private stopped: string | undefined;
  private budget = { requests: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, most: 0 };
  private spent: () => Spent = () => ({ requests: 0, bytes: 0 });

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * @param most requests of the run, earlier ones and the restore included.
   * @param reserve requests of these that are left to the restore.
   */
  setBudget({ most, reserve }: { readonly most: number; readonly reserve: number }, spent: () => Spent): void {
    this.budget = { requests: most - reserve, bytes: byteBudget.least + most * byteBudget.each, most };
    this.spent = spent;
  }

  /** Ends the run: no check sends another request. */
  stop(reason: string): void {
    this.stopped ??= reason;
  }

  get reason(): string | undefined {
    if (this.stopped !== undefined) return this.stopped;
    if (this.signal?.aborted) return 'the run was interrupted';
    const { requests, bytes } = this.spent();
    if (requests >= this.budget.requests) {
      return `the run ends over its budget: it has sent ${requests} of at most ${this.budget.most} requests, and leaves the rest to restore the servers`;
    }
    if (bytes >= this.budget.bytes) {
      const megabytes = Math.round(bytes / 1_048_576);
      return `the run ends over its budget: the responses to ${requests} requests have ${megabytes} MB`;
    }
    if (this.large >= maxLarge) return `given up after ${maxLarge} responses that are too large: ${this.lastError}`;
    if (this.silent >= maxSilent.count && this.silent >= requests * maxSilent.share) {
      return `given up after ${this.silent} of ${requests} requests had no response: ${this.lastError}`;
    }
    if (this.consecutiveFailures < maxConsecutiveFailures) return undefined;
    const since = this.firstFailedCheck === '' ? '' : ` since ${this.firstFailedCheck}`;
    return `given up after ${maxConsecutiveFailures} failed requests in a row${since}: ${this.lastError}`;
  }

  /** Fails each request once the run has ended. Requests outside the checks name no check in the reason. */
  readonly policy: Policy = (next) => (request, context) => {
    const isOfCheck = context.phase === 'setup' || context.phase === 'check';
    return this.guard(() => next(request, context), isOfCheck ? context.checkId : '');
  };

  /**
   * Sends a request unless the run has ended.
   *
   * @param by the check that sends it: a request of this check may have brought the target down.
   * @throws {TargetUnavailableError} if the run has ended.
   */
  async guard<Response>(send: () => Promise<Response>, by = ''): Promise<Response> {
    const { reason } = this;
    if (reason !== undefined) throw new TargetUnavailableError(reason, {}, 'stopped');
    const began = this.clock.now();
    try {
      const response = await send();
      this.consecutiveFailures = 0;
      return response;
    } catch (error) {
      if (error instanceof TargetUnavailableError && error.kind === 'large') this.large += 1;
      if (error instanceof TargetUnavailableError && error.kind === 'silence') this.silent += 1;
      // Concurrent requests fail for the same reason, so they count once.
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

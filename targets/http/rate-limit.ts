import type { Clock } from './clock';
import { TargetUnavailableError } from './errors';
import { RetryBudget } from './retry-budget';

/** So long, in milliseconds, a request without an answer may wait before it is carried out. */
const longestQueue = 30_000;

/** How fast, and how patiently, all requests of a run together are sent to one target. */
export class RateLimiter {
  /** Once a target has answered anything, silence is a fault of the moment. */
  hasAnswered = false;
  /** Whether the last request was answered in time. */
  lastWasAnswered = true;
  readonly retryBudget = new RetryBudget();
  private notBefore = 0;
  private lastUnanswered: number | undefined;

  /**
   * @param maxRate requests a second.
   * @param signal when it aborts, nobody waits any longer.
   */
  constructor(
    readonly clock: Clock,
    private readonly maxRate: number | undefined,
    private readonly signal?: AbortSignal,
  ) {}

  /** Waits until the next request may be sent. */
  async acquire(): Promise<void> {
    const now = this.clock.now();
    const at = Math.max(now, this.notBefore);
    if (this.maxRate !== undefined) this.notBefore = at + 1_000 / this.maxRate;
    if (at > now) await this.wait(at - now);
  }

  /** A request that changes something had no answer of the target: it may still be carried out. */
  recordUnanswered(): void {
    this.lastUnanswered = this.clock.now();
  }

  /** Milliseconds until every request that had no answer has been carried out, or never will be. */
  get settleTime(): number {
    if (this.lastUnanswered === undefined) return 0;
    return Math.max(0, this.lastUnanswered + longestQueue - this.clock.now());
  }

  /** The target asks all its callers to wait. Milliseconds. */
  pauseFor(duration: number): void {
    this.notBefore = Math.max(this.notBefore, this.clock.now() + duration);
  }

  /** @throws {TargetUnavailableError} where the run is cut short meanwhile. */
  async wait(duration: number): Promise<void> {
    await this.clock.sleep(duration, this.signal).catch(() => {
      throw new TargetUnavailableError('the run was cut short');
    });
  }
}

import { TargetUnavailableError } from '../errors';
import type { Clock } from './clock';
import type { Policy } from './pipeline';

/** Spaces the requests of all clients of a run. */
export class RateLimiter {
  private notBefore = 0;

  /**
   * @param maxRate requests per second.
   * @param signal ends every wait when it aborts.
   */
  constructor(
    private readonly clock: Clock,
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

  /** Holds back all requests, as a Retry-After header demands. @param duration milliseconds. */
  pauseFor(duration: number): void {
    this.notBefore = Math.max(this.notBefore, this.clock.now() + duration);
  }

  /**
   * @param duration milliseconds.
   * @throws {TargetUnavailableError} if the signal aborts before that.
   */
  async wait(duration: number): Promise<void> {
    await this.clock.sleep(duration, this.signal).catch(() => {
      throw new TargetUnavailableError('the run was interrupted', {}, 'stopped');
    });
  }
}

/** Delays each attempt until the limiter permits it. */
export function rateLimit<Result>(limiter: RateLimiter): Policy<Result> {
  return (next) => async (request, context) => {
    await limiter.acquire();
    return next(request, context);
  };
}

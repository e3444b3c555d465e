import type { Clock } from './clock';
import { ConnectionHealth } from './connection-health';
import { RateLimiter } from './rate-limit';
import { RetryBudget } from './retry-budget';

/** State about one target. Several clients of a run can share one. */
export interface SendingState {
  readonly clock: Clock;
  readonly rateLimiter: RateLimiter;
  readonly health: ConnectionHealth;
  readonly retryBudget: RetryBudget;
}

/**
 * @param maxRate requests per second.
 * @param signal ends every wait between requests when it aborts.
 */
export function createSendingState(clock: Clock, maxRate: number | undefined, signal?: AbortSignal): SendingState {
  return {
    clock,
    rateLimiter: new RateLimiter(clock, maxRate, signal),
    health: new ConnectionHealth(clock),
    retryBudget: new RetryBudget(),
  };
}

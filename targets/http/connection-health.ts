import type { Clock } from './clock';
import type { HttpRequest } from './message';
import { errorCode } from './network-errors';
import type { Attempt } from './send-once';

/** How long a write may wait in a queue before it is carried out, in milliseconds. */
const maxQueueTime = 30_000;

/** The state of the connection to a target. All clients of a run share it. */
export class ConnectionHealth {
  /** True once the target has sent a response. After that, a missing response counts as a temporary fault. */
  hasResponded = false;
  /** True if the last request had no response before its timeout. */
  lastTimedOut = false;
  /** The time of the last write that the target may still carry out. */
  private lastUnsettledWrite: number | undefined;

  constructor(private readonly clock: Clock) {}

  recordAttempt({ method }: HttpRequest, attempt: Attempt): void {
    this.hasResponded ||= attempt.response !== undefined;
    if (method !== 'GET' && mayStillBeCarriedOut(attempt)) this.lastUnsettledWrite = this.clock.now();
  }

  /** Milliseconds until no such write can be carried out any more. */
  get settleTime(): number {
    if (this.lastUnsettledWrite === undefined) return 0;
    return Math.max(0, this.lastUnsettledWrite + maxQueueTime - this.clock.now());
  }
}

/** True if the target may carry out a request later. If the connection was refused, no server has received it. */
function mayStillBeCarriedOut({ response, error }: Attempt): boolean {
  if (response !== undefined) return response.status >= 502 && response.status <= 504;
  return error?.kind === 'silence' || (error?.kind === 'broken' && errorCode(error.cause) !== 'ECONNREFUSED');
}

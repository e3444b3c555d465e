import type { Clock } from './clock';
import type { HttpRequest } from './message';
import { errorCode } from './network-errors';
import type { Attempt } from './send-once';

/** How long a request without a response may wait in a queue before it is carried out, in milliseconds. */
const maxQueueTime = 30_000;

/** What the connection to a target has shown so far. All clients of a run share it. */
export class ConnectionHealth {
  /** Whether the target has ever sent a response. After that, a missing response counts as a temporary fault. */
  hasAnswered = false;
  /** Whether the last request had a response before its timeout. */
  lastWasAnswered = true;
  private lastUnanswered: number | undefined;

  constructor(private readonly clock: Clock) {}

  recordAttempt({ method }: HttpRequest, attempt: Attempt): void {
    this.hasAnswered ||= attempt.response !== undefined;
    if (method !== 'GET' && mayStillBeCarriedOut(attempt)) this.lastUnanswered = this.clock.now();
  }

  /** Milliseconds until each write without a response has been carried out, or never will be. */
  get settleTime(): number {
    if (this.lastUnanswered === undefined) return 0;
    return Math.max(0, this.lastUnanswered + maxQueueTime - this.clock.now());
  }
}

/** Whether the target may carry out a request later. Where the connection is refused, no server has received it. */
function mayStillBeCarriedOut({ response, error }: Attempt): boolean {
  if (response !== undefined) return response.status >= 502 && response.status <= 504;
  return error?.kind === 'silence' || (error?.kind === 'broken' && errorCode(error.cause) !== 'ECONNREFUSED');
}

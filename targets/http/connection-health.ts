import type { Clock } from './clock';
import type { HttpRequest } from './message';
import { errorCode } from './network-errors';
import type { Attempt } from './send-once';

/** How long a request without a response may wait in a queue before it is carried out, in milliseconds. */
const maxQueueTime = 30_000;

/** The state of the connection to a target. All clients of a run share it. */
export class ConnectionHealth {
  /** True once the target has sent a response. After that, a missing response counts as a temporary fault. */
  hasResponded = false;
  /** False if the last request had no response before its timeout. */
  lastHadResponse = true;
  /** The time of the last write without a response. */
  private lastWithoutResponse: number | undefined;

  constructor(private readonly clock: Clock) {}

  recordAttempt({ method }: HttpRequest, attempt: Attempt): void {
    this.hasResponded ||= attempt.response !== undefined;
    if (method !== 'GET' && mayStillBeCarriedOut(attempt)) this.lastWithoutResponse = this.clock.now();
  }

  /** Milliseconds until no write without a response can be carried out any more. */
  get settleTime(): number {
    if (this.lastWithoutResponse === undefined) return 0;
    return Math.max(0, this.lastWithoutResponse + maxQueueTime - this.clock.now());
  }
}

/** True if the target may carry out a request later. If the connection was refused, no server has received it. */
function mayStillBeCarriedOut({ response, error }: Attempt): boolean {
  if (response !== undefined) return response.status >= 502 && response.status <= 504;
  return error?.kind === 'silence' || (error?.kind === 'broken' && errorCode(error.cause) !== 'ECONNREFUSED');
}

import type { RunLimit } from '../run/run-plan';

/** What a run has spent so far. */
export interface Spent {
  readonly requests: number;
  /** Milliseconds since the run began. */
  readonly time: number;
}

/** Requests that a run with a limit keeps, to confirm and reproduce what it finds last, and to restore the servers. */
export interface KeptRequests {
  readonly confirm: number;
  readonly restore: number;
}

/** The share of a limit that is kept for confirmations. */
const confirmShare = 0.05;

/** A conformant server needs so many requests to be restored. */
const restorePerServer = 4;

/** @param servers of the run. */
export function keptRequests(limit: RunLimit | undefined, servers: number): KeptRequests {
  const most = limit === undefined || limit.requests === Number.POSITIVE_INFINITY ? 0 : limit.requests;
  return { confirm: Math.floor(most * confirmShare), restore: restorePerServer * servers };
}

/** Decides whether a check still fits into the limit that the user has set. */
export class Allowance {
  constructor(
    private readonly limit: RunLimit | undefined,
    private readonly kept: KeptRequests,
    private readonly spent: () => Spent,
  ) {}

  /** True if so many requests fit. The time of a request is that of those before it. */
  allows(requests: number): boolean {
    if (this.limit === undefined) return true;
    const { requests: sent, time } = this.spent();
    const wanted = requests + this.kept.confirm + this.kept.restore;
    if (sent + wanted > this.limit.requests) return false;
    return time + (time / Math.max(sent, 1)) * wanted <= this.limit.time;
  }
}

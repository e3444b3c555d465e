import type { RunLimit } from '../run/run-plan';

/** The requests and the time of a run so far, and the requests that its restore still needs. */
export interface Spent {
  readonly requests: number;
  /** Milliseconds since the run began. */
  readonly time: number;
  /** Requests that restore the servers of a conformant target. */
  readonly toRestore: number;
}

/** The share of a limit that is kept to confirm and reproduce what the last checks find. */
const confirmShare = 0.05;

/** Requests of a limit that are kept for confirmations. */
export function keptToConfirm({ requests }: RunLimit): number {
  return requests === Number.POSITIVE_INFINITY ? 0 : Math.floor(requests * confirmShare);
}

/** Requests that must be left for a check: its own, and enough to run it once more if it fails. */
export function withConfirmation(requests: number, limit: RunLimit): number {
  return requests + Math.max(requests, keptToConfirm(limit));
}

/** Decides whether a check still fits into the limit that the user has set. */
export class Allowance {
  constructor(
    private readonly limit: RunLimit | undefined,
    private readonly spent: () => Spent,
  ) {}

  /** True if a check of so many requests fits. The time of a request is that of those before it. */
  allows(requests: number): boolean {
    if (this.limit === undefined) return true;
    const { requests: sent, time, toRestore } = this.spent();
    const wanted = withConfirmation(requests, this.limit) + toRestore;
    if (sent + wanted > this.limit.requests) return false;
    return time + (time / Math.max(sent, 1)) * wanted <= this.limit.time;
  }
}

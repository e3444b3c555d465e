/** Repeats in vain, of requests of one kind in a row. */
const mostOfKind = 3;

/** Requests that were repeated in vain in all, before the rest of the run is more sparing, and before it repeats nothing. */
const most = { patient: 5, inAll: 20 };

/** Nothing is waited for any more, in vain, for longer than this in all: milliseconds. */
const longestInAll = 240_000;

/**
 * How often a request of a run may be repeated. A target that fails for every request of a kind costs a few repeats, and
 * not a few for every request.
 */
export class RetryBudget {
  private failures = 0;
  private waited = 0;
  private readonly ofKind = new Map<string, number>();

  /** How often a request of this kind may be repeated. */
  repeats(kind: string, usual: number): number {
    const isSpent = this.failures >= most.inAll || this.waited >= longestInAll;
    if (isSpent || (this.ofKind.get(kind) ?? 0) >= mostOfKind) return 0;
    return this.failures >= most.patient ? 1 : usual;
  }

  /** A request of this kind came to nothing, after waiting so many milliseconds for better. */
  recordFailure(kind: string, waited: number): void {
    this.failures += 1;
    this.waited += waited;
    this.ofKind.set(kind, (this.ofKind.get(kind) ?? 0) + 1);
  }

  recordSuccess(kind: string): void {
    this.ofKind.delete(kind);
  }
}

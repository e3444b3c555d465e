/** The failed requests of one kind in a row after which such requests are not repeated. */
const maxOfKind = 3;

/** The failed requests of all kinds after which each request is repeated only once, and after which none is repeated. */
const maxFailures = { full: 5, total: 20 };

/** The total wait before failures after which no request is repeated, in milliseconds. */
const maxTotalWait = 240_000;

/**
 * Limits the retries of a run. A target that fails for all requests of a kind then costs a few retries in total, not a
 * few for each request.
 */
export class RetryBudget {
  private failures = 0;
  private waited = 0;
  private readonly ofKind = new Map<string, number>();

  /** The number of times that a request of this kind may be repeated. @param usual the limit without earlier failures. */
  repeats(kind: string, usual: number): number {
    const isSpent = this.failures >= maxFailures.total || this.waited >= maxTotalWait;
    if (isSpent || (this.ofKind.get(kind) ?? 0) >= maxOfKind) return 0;
    return this.failures >= maxFailures.full ? 1 : usual;
  }

  /** @param waited milliseconds of pauses before the failure. */
  recordFailure(kind: string, waited: number): void {
    this.failures += 1;
    this.waited += waited;
    this.ofKind.set(kind, (this.ofKind.get(kind) ?? 0) + 1);
  }

  recordSuccess(kind: string): void {
    this.ofKind.delete(kind);
  }
}

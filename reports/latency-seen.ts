/** Buckets a factor of two: each is some 19 % wide. */
const steps = 4;

export interface LatencyBucket {
  /** Milliseconds, upper bound excluded. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How long requests took, as a histogram with logarithmic buckets. */
export class LatencySeen {
  private readonly counts = new Map<number, number>();
  private total = 0;
  /** Milliseconds. */
  longest = 0;

  add(milliseconds: number): void {
    const bucket = Math.floor(Math.log2(Math.max(milliseconds, 0.05)) * steps);
    this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + 1);
    this.total += 1;
    this.longest = Math.max(this.longest, milliseconds);
  }

  /** From the first bucket that holds something to the last, empty ones included. */
  buckets(): LatencyBucket[] {
    if (this.total === 0) return [];
    const numbers = [...this.counts.keys()];
    const first = Math.min(...numbers);
    return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, index) => {
      const bucket = first + index;
      return { from: 2 ** (bucket / steps), to: 2 ** ((bucket + 1) / steps), count: this.counts.get(bucket) ?? 0 };
    });
  }

  /** The time within which this share of the requests was answered, milliseconds: as exact as the buckets are. */
  within(share: number): number {
    let left = this.total * share;
    for (const { to, count } of this.buckets()) {
      left -= count;
      if (left <= 0) return Math.min(to, this.longest);
    }
    return this.longest;
  }
}

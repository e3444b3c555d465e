import type { ClauseId } from '../../../contracts/clauses';
import type { Evidence } from '../../../contracts/evidence/events';
import type { Exchange } from '../../../contracts/http/exchange';
import { AcceptedInputs } from './accepted-inputs';

/** Characters of both bodies: many larger samples would make a large page. */
const maxSampleSize = 2_000;

/**
 * The data of the charts, collected from the evidence as it is written. The memory does not grow with the exchanges.
 */
export class Observations {
  readonly acceptedInputs = new AcceptedInputs();
  readonly latency = new LatencyHistogram();
  /** For each clause one exchange that satisfies it or shows the reading of the target. */
  readonly samples = new Map<ClauseId, Exchange>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.acceptedInputs.project = evidence.subject.projectId;
    if (evidence.kind !== 'exchange') return;
    const { exchange, findings } = evidence;
    this.acceptedInputs.add(exchange);
    this.latency.add(exchange.took);
    for (const finding of findings) {
      if (finding.outcome === 'violated' || this.samples.has(finding.clause)) continue;
      if (sizeOf(exchange) <= maxSampleSize) this.samples.set(finding.clause, exchange);
    }
  }
}

function sizeOf({ request, response }: Exchange): number {
  const bodies = [request.body, response.body];
  return bodies.reduce((size, body) => size + ('text' in body ? body.text.length : body.base64.length), 0);
}

/** Buckets a factor of two: each is some 19 % wide. */
const bucketsPerDoubling = 4;

export interface LatencyBucket {
  /** Milliseconds, upper bound excluded. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How long requests took, as a histogram with logarithmic buckets. */
export class LatencyHistogram {
  private readonly counts = new Map<number, number>();
  private total = 0;
  /** Milliseconds. */
  longest = 0;

  add(milliseconds: number): void {
    const bucket = Math.floor(Math.log2(Math.max(milliseconds, 0.05)) * bucketsPerDoubling);
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
      return {
        from: 2 ** (bucket / bucketsPerDoubling),
        to: 2 ** ((bucket + 1) / bucketsPerDoubling),
        count: this.counts.get(bucket) ?? 0,
      };
    });
  }

  /** Milliseconds within which this share of the responses came, as exact as the buckets are. */
  quantile(share: number): number {
    let left = this.total * share;
    for (const { to, count } of this.buckets()) {
      left -= count;
      if (left <= 0) return Math.min(to, this.longest);
    }
    return this.longest;
  }
}

import type { ClauseId } from '../contracts/clauses';
import type { Evidence } from '../contracts/evidence/events';
import type { Exchange } from '../contracts/http/exchange';
import { LatencySeen } from './latency-seen';
import { LimitsSeen } from './limits-seen';

/** Larger exchanges make poor samples, and many of them a large report. Characters of both bodies. */
const sampleSize = 2_000;

/**
 * What the pictures of a report are drawn from, gathered from the evidence of a run as it is written, in memory that
 * does not grow with the exchanges.
 */
export class Observations {
  readonly limits = new LimitsSeen();
  readonly latency = new LatencySeen();
  /** For each clause an exchange that showed it kept, or the reading that the target follows. */
  readonly samples = new Map<ClauseId, Exchange>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.limits.project = evidence.subject.projectId;
    if (evidence.kind !== 'exchange') return;
    const { exchange, findings } = evidence;
    this.limits.add(exchange);
    this.latency.add(exchange.took);
    for (const finding of findings) {
      if (finding.outcome === 'broken' || this.samples.has(finding.clause)) continue;
      if (sizeOf(exchange) <= sampleSize) this.samples.set(finding.clause, exchange);
    }
  }
}

function sizeOf({ request, response }: Exchange): number {
  const bodies = [request.body, response.body];
  return bodies.reduce((size, body) => size + ('text' in body ? body.text.length : body.base64.length), 0);
}

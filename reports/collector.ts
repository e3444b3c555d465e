import type { ClauseId } from '../contracts/clauses';
import type { CheckEnded, Evidence, Exchanged } from '../contracts/evidence';
import type { Exchange } from '../contracts/exchange';
import type { Broken } from '../contracts/oracle/finding';
import { routeOf } from '../contracts/route';
import type { GivenServer } from './verdict';

/** A broken finding and where it was made. */
export interface Breach {
  readonly finding: Broken;
  readonly exchange: number;
}

/** A check with everything that its exchanges showed. */
export interface Observed {
  readonly ended: CheckEnded;
  readonly kept: ReadonlySet<ClauseId>;
  readonly breaches: readonly Breach[];
  /** Held for what may have to be shown; empty for a check without a breach. */
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
}

/** So many checks keep their exchanges in memory; the evidence file has them all. */
const shown = 60;

/** Collects the evidence of a run as it is written, in memory that does not grow with the exchanges. */
export class Collector {
  readonly checks: Observed[] = [];
  readonly kept = new Map<ClauseId, number>();
  readonly readings = new Map<ClauseId, Set<string>>();
  exchanges = 0;
  private current: Exchanged[] = [];
  private shown = 0;
  private given: readonly GivenServer[] = [];
  private readonly lastSeen = new Map<string, GivenServer>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'exchange') this.addExchange(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  private addExchange(exchanged: Exchanged): void {
    if (this.current.length === 0) this.given = [...this.lastSeen.values()];
    this.exchanges += 1;
    this.current.push(exchanged);
    this.see(exchanged.exchange);
    for (const finding of exchanged.findings) {
      if (finding.outcome === 'kept') this.kept.set(finding.clause, (this.kept.get(finding.clause) ?? 0) + 1);
      if (finding.outcome !== 'reading') continue;
      const readings = this.readings.get(finding.clause) ?? new Set();
      this.readings.set(finding.clause, readings.add(finding.reading));
    }
  }

  private addCheck(ended: CheckEnded): void {
    const findings = this.current.flatMap(({ exchange, findings }) =>
      findings.map((finding) => ({ finding, exchange: exchange.number })),
    );
    const breaches = findings.filter((entry): entry is Breach => entry.finding.outcome === 'broken');
    const kept = new Set(findings.flatMap(({ finding }) => (finding.outcome === 'broken' ? [] : [finding.clause])));
    const isShown = (breaches.length > 0 || ended.ended.outcome === 'failed') && this.shown < shown;
    if (isShown) this.shown += 1;
    const exchanges = isShown ? this.current.map(({ exchange }) => exchange) : [];
    const touched = new Set(exchanges.map(({ request }) => routeOf(request.path)?.serverId));
    const given = this.given.filter(({ path }) => isShown && touched.has(routeOf(path)?.serverId));
    this.checks.push({ ended, kept, breaches, given, exchanges });
    this.current = [];
  }

  /** What a server was last seen to hold. */
  private see({ request, response }: Exchange): void {
    const route = routeOf(request.path);
    if (route?.resource !== 'metadata' || request.method !== 'GET' || response.status !== 200) return;
    if (!('text' in response.body)) return;
    const token = request.headers['x-auth-token'] ?? '';
    this.lastSeen.set(route.serverId, { path: request.path, token, body: response.body.text });
  }
}

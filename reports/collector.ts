import type { Missing } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';
import type { CheckEnded, Counterexample, Evidence, Exchanged, TrialEnded } from '../contracts/evidence';
import type { Exchange } from '../contracts/exchange';
import { blamedOnOthers } from '../contracts/oracle/blamed-on-others';
import type { Broken, Reading } from '../contracts/oracle/finding';
import type { Subject } from '../contracts/oracle/state';
import { routeOf } from '../contracts/route';
import { asScene, type Scene } from './scene';
import type { GivenServer } from './verdict';

/** A broken finding and where it was made. */
export interface Breach {
  readonly finding: Broken;
  /** The clause of the check that came upon it. */
  readonly by: ClauseId;
  readonly exchange: number;
  /** Made before or after the check's own expectations. */
  readonly aside: boolean;
  readonly scene: Scene;
  /** For what a search found. */
  readonly counterexample?: Counterexample;
}

/** A check with everything that its exchanges showed. */
export interface Observed {
  readonly ended: CheckEnded;
  readonly kept: ReadonlySet<ClauseId>;
  readonly breaches: readonly Breach[];
}

/** What is collected of a check while it runs. */
interface Running {
  current: Exchanged[];
  given: readonly GivenServer[];
  readonly kept: Set<ClauseId>;
  /** The trials that show each counterexample. */
  readonly trials: Map<number, Seen>;
  /** What it came upon, and others may have done. */
  blurred: Seen | undefined;
}

interface Seen {
  readonly exchanged: readonly Exchanged[];
  readonly given: readonly GivenServer[];
}

/** So many scenes are held in memory; the evidence file has them all. */
const shown = 60;

/** Collects the evidence of a run as it is written, in memory that does not grow with the exchanges. */
export class Collector {
  readonly checks: Observed[] = [];
  readonly kept = new Map<ClauseId, number>();
  /** By what each shows, each kind once. */
  readonly readings = new Map<ClauseId, Map<string, Reading>>();
  exchanges = 0;
  /** The pairs that a server may have, and how that is known. */
  quota: Subject['quota'] | undefined;
  /** What the preflight has found that the target does not offer. */
  missing: readonly Missing[] = [];
  private shown = 0;
  private readonly running = new Map<string, Running>();
  private readonly lastSeen = new Map<string, GivenServer>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') {
      this.quota = evidence.quota;
      this.missing = evidence.missing;
    }
    if (evidence.kind === 'exchange') this.addExchange(evidence);
    if (evidence.kind === 'trial') this.addTrial(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  private addExchange(exchanged: Exchanged): void {
    const { exchange, findings } = exchanged;
    const running = this.runningOf(exchange.check);
    if (running.current.length === 0) running.given = [...this.lastSeen.values()];
    this.exchanges += 1;
    running.current.push(exchanged);
    this.see(exchange);
    for (const finding of findings) {
      if (finding.outcome !== 'broken') running.kept.add(finding.clause);
      if (finding.outcome === 'kept') this.kept.set(finding.clause, (this.kept.get(finding.clause) ?? 0) + 1);
      if (finding.outcome !== 'reading') continue;
      const readings = this.readings.get(finding.clause) ?? new Map<string, Reading>();
      this.readings.set(finding.clause, readings.set([finding.reading, ...finding.despite].join(), finding));
    }
  }

  private addTrial({ check, counterexample, isBlurred }: TrialEnded): void {
    const running = this.runningOf(check);
    const seen = { exchanged: running.current, given: running.given };
    if (counterexample !== undefined) running.trials.set(counterexample, seen);
    if (isBlurred) running.blurred = seen;
    running.current = [];
  }

  private addCheck(ended: CheckEnded): void {
    const { current, given, kept, trials, blurred } = this.runningOf(ended.check);
    this.running.delete(ended.check);
    const counterexamples = ended.ended.outcome === 'failed' ? (ended.ended.counterexamples ?? []) : [];
    const breaches = [
      ...this.breachesOf(ended.clause, { exchanged: current, given }, undefined),
      ...(blurred === undefined ? [] : this.breachesOf(ended.clause, blurred, undefined)).map((breach) => ({
        ...breach,
        by: blamedOnOthers(breach.finding) ?? breach.by,
        aside: true,
      })),
      ...[...trials].flatMap(([number, trial]) => {
        // A sighting that came to nothing more before the run was cut short has no words of its own.
        const counterexample = counterexamples[number];
        return counterexample === undefined ? [] : this.breachesOf(ended.clause, trial, counterexample);
      }),
    ];
    this.checks.push({ ended, kept, breaches });
  }

  private breachesOf(by: ClauseId, { exchanged, given }: Seen, counterexample: Counterexample | undefined): Breach[] {
    const findings = exchanged.flatMap(({ exchange, findings }) =>
      findings.flatMap((finding) =>
        finding.outcome === 'broken' ? [{ finding, exchange: exchange.number, aside: exchange.aside === true }] : [],
      ),
    );
    if (findings.length === 0) return [];
    if (counterexample === undefined) this.shown += 1;
    const isShown = counterexample !== undefined || this.shown <= shown;
    const scene = isShown ? asScene(exchanged, given) : { given: [], exchanges: [] };
    return findings.map((finding) => ({ ...finding, by, scene, ...(counterexample && { counterexample }) }));
  }

  private runningOf(check: string): Running {
    const running = this.running.get(check) ?? {
      current: [],
      given: [],
      kept: new Set(),
      trials: new Map(),
      blurred: undefined,
    };
    this.running.set(check, running);
    return running;
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

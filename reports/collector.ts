import { answerBody } from '../contracts/answer-body';
import type { Missing } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';
import type {
  CheckEnded,
  Counterexample,
  Evidence,
  Exchanged,
  ReproductionEnded,
  TrialEnded,
} from '../contracts/evidence';
import { type Exchange, jsonOf } from '../contracts/exchange';
import { blamedOnOthers } from '../contracts/oracle/blamed-on-others';
import type { Reading } from '../contracts/oracle/finding';
import type { Subject } from '../contracts/oracle/state';
import { routeOf } from '../contracts/route';
import { seenServer } from '../contracts/seen-server';
import type { Breach, Observed } from './breach';
import { answerSize, keptExchange } from './kept-exchange';
import { Reproductions } from './reproductions';
import { sceneUpTo } from './scene';
import { Shortest } from './shortest';
import type { GivenServer } from './verdict';

/** What is collected of a check while it runs. */
interface Running {
  current: Exchanged[];
  /** Characters of answers in `current`. */
  size: number;
  given: readonly GivenServer[];
  readonly kept: Set<ClauseId>;
  /** The trials that show each counterexample. */
  readonly trials: Map<number, Seen>;
  /** What it came upon, and others may have done. */
  blurred: Seen | undefined;
}

interface Seen {
  readonly exchanged: readonly Exchanged[];
  readonly size: number;
  readonly given: readonly GivenServer[];
}

/** What is known of how a breach came about. */
interface Told {
  readonly counterexample?: Counterexample;
  /** Other requests that went on beside it may have caused it. */
  readonly isBlurred?: true;
}

/** Collects the evidence of a run as it is written, in memory that does not grow with the exchanges. */
export class Collector {
  readonly checks: Observed[] = [];
  readonly kept = new Map<ClauseId, number>();
  /** By what each shows, each kind once. */
  readonly readings = new Map<ClauseId, Map<string, Reading>>();
  readonly shortest = new Shortest();
  exchanges = 0;
  /** The pairs that a server may have, and how that is known. */
  quota: Subject['quota'] | undefined;
  /** What the preflight has found that the target does not offer. */
  missing: readonly Missing[] = [];
  readonly reproductions = new Reproductions();
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
    if (evidence.kind === 'reproduction') this.addReproduction(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  private addExchange(exchanged: Exchanged): void {
    const { exchange, findings } = exchanged;
    const running = this.runningOf(exchange.check);
    if (running.current.length === 0) running.given = [...this.lastSeen.values()];
    this.exchanges += 1;
    const kept = keptExchange(exchanged, heldSize(running));
    running.current.push(kept);
    running.size += answerSize(kept);
    this.see(exchange);
    for (const finding of findings) {
      if (finding.outcome !== 'broken') running.kept.add(finding.clause);
      if (finding.outcome === 'kept') this.kept.set(finding.clause, (this.kept.get(finding.clause) ?? 0) + 1);
      if (finding.outcome !== 'reading') continue;
      const readings = this.readings.get(finding.clause) ?? new Map<string, Reading>();
      this.readings.set(
        finding.clause,
        readings.set([finding.reading, finding.refused, ...finding.despite].join(), finding),
      );
    }
  }

  private addTrial({ check, counterexample, isBlurred }: TrialEnded): void {
    const running = this.runningOf(check);
    const seen = { exchanged: running.current, size: running.size, given: running.given };
    if (counterexample !== undefined) running.trials.set(counterexample, seen);
    if (isBlurred) running.blurred = seen;
    running.current = [];
    running.size = 0;
  }

  private addReproduction(ended: ReproductionEnded): void {
    const running = this.runningOf(ended.check);
    const findings = running.current.flatMap((exchanged) => exchanged.findings);
    this.reproductions.add(ended, findings);
    running.current = [];
    running.size = 0;
  }

  private addCheck(ended: CheckEnded): void {
    const { current, given, kept, trials, blurred } = this.runningOf(ended.check);
    this.running.delete(ended.check);
    const counterexamples = ended.ended.outcome === 'failed' ? (ended.ended.counterexamples ?? []) : [];
    const breaches = [
      ...this.breachesOf(ended, { exchanged: current, given }),
      ...(blurred === undefined ? [] : this.breachesOf(ended, blurred, { isBlurred: true })),
      ...[...trials].flatMap(([number, trial]) => {
        // A sighting that came to nothing more before the run was cut short has no words of its own.
        const counterexample = counterexamples[number];
        return counterexample === undefined ? [] : this.breachesOf(ended, trial, { counterexample });
      }),
    ];
    this.checks.push({ ended, kept, breaches });
  }

  private breachesOf(
    ended: CheckEnded,
    { exchanged, given }: Pick<Seen, 'exchanged' | 'given'>,
    { counterexample, isBlurred }: Told = {},
  ): Breach[] {
    return exchanged.flatMap(({ exchange: { number, aside }, findings }) =>
      findings.flatMap((finding) => {
        if (finding.outcome !== 'broken') return [];
        const others = isBlurred ? blamedOnOthers(finding) : undefined;
        const breach: Breach = {
          finding,
          by: others ?? ended.clause,
          exchange: number,
          aside: aside === true || isBlurred === true,
          ...(counterexample && { counterexample }),
        };
        this.shortest.offer(breach, sceneUpTo(number, exchanged, given), ended);
        return [breach];
      }),
    );
  }

  private runningOf(check: string): Running {
    const running = this.running.get(check) ?? {
      current: [],
      size: 0,
      given: [],
      kept: new Set(),
      trials: new Map(),
      blurred: undefined,
    };
    this.running.set(check, running);
    return running;
  }

  /** What a server was last seen to hold, and in which vm_state. */
  private see({ request, response, fault }: Exchange): void {
    const route = routeOf(request.path);
    if (route === undefined || request.method !== 'GET' || response.status !== 200 || fault !== undefined) return;
    const last = this.lastSeen.get(route.serverId);
    const vmState = seenServer(response)?.vmState;
    if (last !== undefined && vmState !== undefined) this.lastSeen.set(route.serverId, inState(last, vmState));
    if (route.resource !== 'metadata' || !('text' in response.body) || !isGivable(response.body)) return;
    const token = request.headers['x-auth-token'] ?? '';
    const held = { path: request.path, token, body: response.body.text };
    this.lastSeen.set(route.serverId, inState(held, last?.vmState));
  }
}

/** Characters of a map that a reader is told to give a server first. */
const longestGiven = 200_000;

function isGivable(body: { readonly text: string }): boolean {
  return body.text.length <= longestGiven && answerBody(jsonOf(body)) !== undefined;
}

/** Characters of all answers that are held of a check. */
function heldSize({ size, trials, blurred }: Running): number {
  let all = size + (blurred?.size ?? 0);
  for (const trial of trials.values()) all += trial.size;
  return all;
}

function inState({ vmState: _, ...held }: GivenServer, vmState: string | undefined): GivenServer {
  return vmState === undefined || vmState === 'active' ? held : { ...held, vmState };
}

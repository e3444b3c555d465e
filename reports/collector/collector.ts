import type { UnmetNeed } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import {
  type AttemptEnded,
  type CheckEnded,
  type Counterexample,
  type Evidence,
  type ExchangeRecorded,
  isUnconfirmed,
  type ReproductionEnded,
} from '../../contracts/evidence/events';
import { type Exchange, jsonOf } from '../../contracts/http/exchange';
import { parseMetadataBody, parseServer } from '../../contracts/http/parse-response';
import { routeOf } from '../../contracts/http/route';
import { appearsInAnotherPass, type Reading, type Violated } from '../../contracts/oracle/finding';
import { isolationCandidate } from '../../contracts/oracle/isolation';
import type { Subject } from '../../contracts/oracle/model';
import type { GivenServer } from '../result/result';
import type { CheckRecord, Violation } from './check-record';
import { Confirmations } from './confirmation';
import { reproductionUpTo } from './reproduction';
import { ShortestReproductions } from './shortest-reproductions';
import { responseSize, truncateExchange } from './truncate-exchange';

/** What is collected of a check while it runs. */
interface CheckInProgress {
  current: ExchangeRecorded[];
  /** Characters of answers in `current`. */
  size: number;
  given: readonly GivenServer[];
  readonly satisfied: Set<ClauseId>;
  /** The trials that show each counterexample. */
  readonly counterexampleAttempts: Map<number, RecordedAttempt>;
  /** What it came upon before it was made once more. */
  readonly earlierAttempts: UnconfirmedAttempt[];
  /** By which readings of open clauses the target went since the last trial. */
  readings: Reading[];
}

interface RecordedAttempt {
  readonly exchanged: readonly ExchangeRecorded[];
  readonly size: number;
  readonly given: readonly GivenServer[];
}

interface UnconfirmedAttempt extends RecordedAttempt {
  /** Work on other servers went on beside it, and may have caused what it shows. */
  readonly hadConcurrentChecks: boolean;
}

/** Collects the evidence of a run as it is written, in memory that does not grow with the exchanges. */
export class Collector {
  readonly checks: CheckRecord[] = [];
  readonly satisfied = new Map<ClauseId, number>();
  /** By what each shows, each kind once. */
  readonly readings = new Map<ClauseId, Map<string, Reading>>();
  readonly shortest = new ShortestReproductions();
  exchanges = 0;
  /** The pairs that a server may have, and how that is known. */
  quota: Subject['quota'] | undefined;
  /** What the preflight has found that the target does not offer. */
  unmetNeeds: readonly UnmetNeed[] = [];
  /** Why nothing that the checks came upon tells of the target. */
  interference: string | undefined;
  readonly confirmations = new Confirmations();
  private readonly running = new Map<string, CheckInProgress>();
  private readonly lastSeen = new Map<string, GivenServer>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') {
      this.quota = evidence.quota;
      this.unmetNeeds = evidence.missing;
    }
    if (evidence.kind === 'others') this.interference ??= evidence.reason;
    if (evidence.kind === 'exchange') this.addExchange(evidence);
    if (evidence.kind === 'trial') this.addAttempt(evidence);
    if (evidence.kind === 'reproduction') this.addReproduction(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  private addExchange(exchanged: ExchangeRecorded): void {
    const { exchange, findings } = exchanged;
    const running = this.checkInProgress(exchange.check);
    if (running.current.length === 0) running.given = [...this.lastSeen.values()];
    this.exchanges += 1;
    const kept = truncateExchange(exchanged, retainedSize(running));
    running.current.push(kept);
    running.size += responseSize(kept);
    this.rememberServer(exchange);
    for (const finding of findings) {
      if (finding.outcome !== 'broken') running.satisfied.add(finding.clause);
      if (finding.outcome === 'kept') this.satisfied.set(finding.clause, (this.satisfied.get(finding.clause) ?? 0) + 1);
      if (finding.outcome !== 'reading') continue;
      running.readings.push(finding);
    }
  }

  private addReadings(found: readonly Reading[]): void {
    for (const finding of found) {
      const readings = this.readings.get(finding.clause) ?? new Map<string, Reading>();
      const key = [finding.reading, finding.refused, ...finding.despite].join();
      this.readings.set(finding.clause, readings.set(key, finding));
    }
  }

  private addAttempt({ check, counterexample, doubted }: AttemptEnded): void {
    const running = this.checkInProgress(check);
    const seen = { exchanged: running.current, size: running.size, given: running.given };
    if (counterexample !== undefined) running.counterexampleAttempts.set(counterexample, seen);
    // What is doubted shows nothing of a reading either: it is made once more.
    if (doubted === undefined) this.addReadings(running.readings);
    else running.earlierAttempts.push({ ...seen, hadConcurrentChecks: doubted === 'beside others' });
    running.readings = [];
    running.current = [];
    running.size = 0;
  }

  private addReproduction(ended: ReproductionEnded): void {
    const running = this.checkInProgress(ended.check);
    const findings = running.current.flatMap((exchanged) => exchanged.findings);
    this.confirmations.add(ended, findings);
    running.current = [];
    running.size = 0;
  }

  private addCheck(ended: CheckEnded): void {
    const {
      current,
      given,
      satisfied,
      counterexampleAttempts,
      earlierAttempts: earlier,
      readings,
    } = this.checkInProgress(ended.check);
    this.addReadings(readings);
    this.running.delete(ended.check);
    const counterexamples = 'counterexamples' in ended.ended ? (ended.ended.counterexamples ?? []) : [];
    const passes = [...earlier, { exchanged: current, given, hadConcurrentChecks: false }];
    const byPass = passes.map((pass) => this.violationsIn(ended, pass));
    const isIn = (violation: Violation, others: readonly Violation[][]) =>
      appearsInAnotherPass(violation.finding, others.map(findingsIn));
    const isConfirmed = (violation: Violation, place: number) =>
      byPass.length === 1 ||
      isIn(
        violation,
        byPass.filter((_, other) => other !== place),
      );
    // A violation that shows in several passes is told once: with the fewest candidates, as it showed first.
    const isTold = (violation: Violation, place: number) => {
      const count = violation.finding.suspects.length;
      const before = byPass.map((others, other) =>
        others.filter(
          ({ finding: { suspects } }) => suspects.length < count || (suspects.length === count && other < place),
        ),
      );
      return !isIn(violation, before.toSpliced(place, 1));
    };
    const found = [...counterexampleAttempts].flatMap(([number, trial]) => {
      // A sighting that came to nothing more before the run was cut short has no words of its own.
      const counterexample = counterexamples[number];
      return counterexample === undefined ? [] : this.violationsIn(ended, trial, { counterexample });
    });
    const isSure = ({ counterexample }: Violation) => counterexample === undefined || !isUnconfirmed(counterexample);
    const doubted = byPass.flatMap((violations, place) => {
      const once = violations.filter((violation) => !isConfirmed(violation, place));
      return passes[place]?.hadConcurrentChecks ? once.map(attributeToIsolation) : once;
    });
    this.checks.push({
      ended,
      satisfied,
      violations: [
        ...byPass.flatMap((violations, place) =>
          violations.filter((each) => isConfirmed(each, place) && isTold(each, place)),
        ),
        ...found.filter(isSure),
      ],
      unconfirmed: [...doubted, ...found.filter((violation) => !isSure(violation))],
    });
  }

  private violationsIn(
    ended: CheckEnded,
    { exchanged, given }: Pick<RecordedAttempt, 'exchanged' | 'given'>,
    { counterexample }: { readonly counterexample?: Counterexample } = {},
  ): Violation[] {
    return exchanged.flatMap(({ exchange: { number, aside }, findings }) =>
      findings.flatMap((finding) => {
        if (finding.outcome !== 'broken') return [];
        const violation: Violation = {
          finding,
          by: ended.clause,
          exchange: number,
          isOutsideCheck: aside === true,
          ...(counterexample && { counterexample }),
        };
        this.shortest.offer(violation, reproductionUpTo(number, exchanged, given), ended);
        return [violation];
      }),
    );
  }

  private checkInProgress(check: string): CheckInProgress {
    const running = this.running.get(check) ?? {
      current: [],
      size: 0,
      given: [],
      satisfied: new Set(),
      counterexampleAttempts: new Map(),
      earlierAttempts: [],
      readings: [],
    };
    this.running.set(check, running);
    return running;
  }

  /** What a server was last seen to hold, and in which vm_state. */
  private rememberServer({ request, response, fault }: Exchange): void {
    const route = routeOf(request.path);
    if (route === undefined || request.method !== 'GET' || response.status !== 200 || fault !== undefined) return;
    const last = this.lastSeen.get(route.serverId);
    const vmState = parseServer(response)?.vmState;
    if (last !== undefined && vmState !== undefined) this.lastSeen.set(route.serverId, withVmState(last, vmState));
    if (route.resource !== 'metadata' || !('text' in response.body) || !canBeGiven(response.body)) return;
    const token = request.headers['x-auth-token'] ?? '';
    const held = { path: request.path, token, body: response.body.text };
    this.lastSeen.set(route.serverId, withVmState(held, last?.vmState));
  }
}

function findingsIn(violations: readonly Violation[]): Violated[] {
  return violations.map(({ finding }) => finding);
}

/** It did not show again while nothing went on beside it. */
function attributeToIsolation(violation: Violation): Violation {
  return { ...violation, by: isolationCandidate(violation.finding) ?? violation.by };
}

/** Characters of a map that a reader is told to give a server first. */
const maxGivenBody = 200_000;

function canBeGiven(body: { readonly text: string }): boolean {
  return body.text.length <= maxGivenBody && parseMetadataBody(jsonOf(body)) !== undefined;
}

/** Characters of all answers that are held of a check. */
function retainedSize({ size, counterexampleAttempts, earlierAttempts }: CheckInProgress): number {
  return [...counterexampleAttempts.values(), ...earlierAttempts].reduce((all, seen) => all + seen.size, size);
}

function withVmState({ vmState: _, ...held }: GivenServer, vmState: string | undefined): GivenServer {
  return vmState === undefined || vmState === 'active' ? held : { ...held, vmState };
}

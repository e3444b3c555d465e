import type { UnmetNeed } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type {
  AttemptEnded,
  CheckEnded,
  Counterexample,
  Evidence,
  ExchangeRecorded,
  ReproductionEnded,
} from '../../contracts/evidence/events';
import type { Reading } from '../../contracts/oracle/finding';
import type { Subject } from '../../contracts/oracle/model';
import type { GivenServer } from '../result/result';
import type { CheckRecord, Violation } from './check-record';
import { confirmViolations } from './confirm-violations';
import { Confirmations } from './confirmation';
import { LastKnownServers } from './last-known-servers';
import { reproductionUpTo } from './reproduction';
import { ShortestReproductions } from './shortest-reproductions';
import { responseSize, truncateExchange } from './truncate-exchange';

/** A check that has not ended. */
interface CheckInProgress {
  current: ExchangeRecorded[];
  /** Characters of the responses in `current`. */
  size: number;
  /** The servers before the first exchange of `current`. */
  given: readonly GivenServer[];
  readonly satisfied: Set<ClauseId>;
  /** The attempts that show each counterexample. */
  readonly counterexampleAttempts: Map<number, RecordedAttempt>;
  /** The earlier passes of a check that runs again. */
  readonly earlierPasses: EarlierPass[];
  /** Readings of open clauses since the last attempt. */
  readings: Reading[];
}

interface RecordedAttempt {
  readonly exchanged: readonly ExchangeRecorded[];
  readonly size: number;
  readonly given: readonly GivenServer[];
}

interface EarlierPass extends RecordedAttempt {
  readonly hadConcurrentChecks: boolean;
}

/**
 * Collects the evidence of a run as it is written, or of all shards of a run, one after the other. Its memory does not
 * grow with the exchanges.
 */
export class Collector {
  readonly checks: CheckRecord[] = [];
  readonly satisfied = new Map<ClauseId, number>();
  /** Each reading once, by its text and its status. */
  readonly readings = new Map<ClauseId, Map<string, Reading>>();
  readonly shortest = new ShortestReproductions();
  exchanges = 0;
  /** The most pairs of a server, and the source of this number. */
  quota: Subject['quota'] | undefined;
  /** Needs that the target does not meet, by the preflight. */
  unmetNeeds: readonly UnmetNeed[] = [];
  /** True if another client changed the servers: then no violation counts. */
  interference: string | undefined;
  /** The names of the checks that did not fit into the limit of the run. */
  leftOut: readonly string[] = [];
  readonly confirmations = new Confirmations();
  private readonly running = new Map<string, CheckInProgress>();
  private readonly servers = new LastKnownServers();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') {
      this.quota = evidence.quota;
      this.addUnmetNeeds(evidence.missing);
    }
    if (evidence.kind === 'others') this.interference ??= evidence.reason;
    if (evidence.kind === 'left out') this.leftOut = evidence.checks;
    if (evidence.kind === 'exchange') this.addExchange(evidence);
    if (evidence.kind === 'trial') this.addAttempt(evidence);
    if (evidence.kind === 'reproduction') this.addReproduction(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  /** Several shards find the same need not met. */
  private addUnmetNeeds(found: readonly UnmetNeed[]): void {
    const known = new Set(this.unmetNeeds.map(({ need }) => need));
    this.unmetNeeds = [...this.unmetNeeds, ...found.filter(({ need }) => !known.has(need))];
  }

  private addExchange(exchanged: ExchangeRecorded): void {
    const { exchange, findings } = exchanged;
    const running = this.checkInProgress(exchange.check);
    if (running.current.length === 0) running.given = this.servers.all;
    this.exchanges += 1;
    const retained = truncateExchange(exchanged, retainedSize(running));
    running.current.push(retained);
    running.size += responseSize(retained);
    this.servers.add(exchange);
    for (const finding of findings) {
      if (finding.outcome !== 'violated') running.satisfied.add(finding.clause);
      if (finding.outcome === 'satisfied')
        this.satisfied.set(finding.clause, (this.satisfied.get(finding.clause) ?? 0) + 1);
      if (finding.outcome === 'reading') running.readings.push(finding);
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
    // The check runs again. The readings of a doubtful pass do not count either.
    if (doubted === undefined) this.addReadings(running.readings);
    else running.earlierPasses.push({ ...seen, hadConcurrentChecks: doubted === 'beside others' });
    running.readings = [];
    running.current = [];
    running.size = 0;
  }

  private addReproduction(ended: ReproductionEnded): void {
    const running = this.checkInProgress(ended.check);
    const sent = running.current.map(({ exchange: { request }, findings }) => ({ request, findings }));
    this.confirmations.add(ended, sent);
    running.current = [];
    running.size = 0;
  }

  private addCheck(ended: CheckEnded): void {
    const hasRequests = this.running.has(ended.check);
    const running = this.checkInProgress(ended.check);
    const { current, given, satisfied, counterexampleAttempts, earlierPasses } = running;
    this.addReadings(running.readings);
    this.running.delete(ended.check);
    const passes = [...earlierPasses, { exchanged: current, given, hadConcurrentChecks: false }].map((pass) => ({
      violations: this.violationsIn(ended, pass),
      hadConcurrentChecks: pass.hadConcurrentChecks,
    }));
    const counterexamples = 'counterexamples' in ended.ended ? (ended.ended.counterexamples ?? []) : [];
    const found = [...counterexampleAttempts].flatMap(([number, attempt]) => {
      // The evidence of an interrupted run may not name the counterexample of an attempt.
      const counterexample = counterexamples[number];
      return counterexample === undefined ? [] : this.violationsIn(ended, attempt, { counterexample });
    });
    this.checks.push({ ended, hasRequests, satisfied, ...confirmViolations(passes, found) });
  }

  private violationsIn(
    ended: CheckEnded,
    { exchanged, given }: Pick<RecordedAttempt, 'exchanged' | 'given'>,
    { counterexample }: { readonly counterexample?: Counterexample } = {},
  ): Violation[] {
    return exchanged.flatMap(({ exchange: { number, aside }, findings }) =>
      findings.flatMap((finding) => {
        if (finding.outcome !== 'violated') return [];
        const violation: Violation = {
          finding,
          checkClause: ended.clause,
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
      earlierPasses: [],
      readings: [],
    };
    this.running.set(check, running);
    return running;
  }
}

/** The characters of all responses of a check that are in memory. */
function retainedSize({ size, counterexampleAttempts, earlierPasses }: CheckInProgress): number {
  return [...counterexampleAttempts.values(), ...earlierPasses].reduce((all, attempt) => all + attempt.size, size);
}

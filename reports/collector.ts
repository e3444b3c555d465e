import type { UnmetNeed } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';
import {
  type AttemptEnded,
  type CheckEnded,
  type Counterexample,
  type Evidence,
  type ExchangeRecorded,
  isUnconfirmed,
  type ReproductionEnded,
} from '../contracts/evidence/events';
import { type Exchange, jsonOf } from '../contracts/http/exchange';
import { parseMetadataBody, parseServer } from '../contracts/http/parse-response';
import { routeOf } from '../contracts/http/route';
import { appearsInAnotherPass, type Reading, type Violated } from '../contracts/oracle/finding';
import { isolationCandidate } from '../contracts/oracle/isolation';
import type { Subject } from '../contracts/oracle/model';
import type { Breach, Observed } from './breach';
import { answerSize, keptExchange } from './kept-exchange';
import { Reproductions } from './reproductions';
import { sceneUpTo } from './scene';
import { Shortest } from './shortest';
import type { GivenServer } from './verdict';

/** What is collected of a check while it runs. */
interface Running {
  current: ExchangeRecorded[];
  /** Characters of answers in `current`. */
  size: number;
  given: readonly GivenServer[];
  readonly kept: Set<ClauseId>;
  /** The trials that show each counterexample. */
  readonly trials: Map<number, Seen>;
  /** What it came upon before it was made once more. */
  readonly passes: Pass[];
  /** By which readings of open clauses the target went since the last trial. */
  readings: Reading[];
}

interface Seen {
  readonly exchanged: readonly ExchangeRecorded[];
  readonly size: number;
  readonly given: readonly GivenServer[];
}

interface Pass extends Seen {
  /** Work on other servers went on beside it, and may have caused what it shows. */
  readonly isShared: boolean;
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
  missing: readonly UnmetNeed[] = [];
  /** Why nothing that the checks came upon tells of the target. */
  others: string | undefined;
  readonly reproductions = new Reproductions();
  private readonly running = new Map<string, Running>();
  private readonly lastSeen = new Map<string, GivenServer>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') {
      this.quota = evidence.quota;
      this.missing = evidence.missing;
    }
    if (evidence.kind === 'others') this.others ??= evidence.reason;
    if (evidence.kind === 'exchange') this.addExchange(evidence);
    if (evidence.kind === 'trial') this.addTrial(evidence);
    if (evidence.kind === 'reproduction') this.addReproduction(evidence);
    if (evidence.kind === 'check') this.addCheck(evidence);
  }

  private addExchange(exchanged: ExchangeRecorded): void {
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

  private addTrial({ check, counterexample, doubted }: AttemptEnded): void {
    const running = this.runningOf(check);
    const seen = { exchanged: running.current, size: running.size, given: running.given };
    if (counterexample !== undefined) running.trials.set(counterexample, seen);
    // What is doubted shows nothing of a reading either: it is made once more.
    if (doubted === undefined) this.addReadings(running.readings);
    else running.passes.push({ ...seen, isShared: doubted === 'beside others' });
    running.readings = [];
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
    const { current, given, kept, trials, passes: earlier, readings } = this.runningOf(ended.check);
    this.addReadings(readings);
    this.running.delete(ended.check);
    const counterexamples = 'counterexamples' in ended.ended ? (ended.ended.counterexamples ?? []) : [];
    const passes = [...earlier, { exchanged: current, given, isShared: false }];
    const byPass = passes.map((pass) => this.breachesOf(ended, pass));
    const isIn = (breach: Breach, others: readonly Breach[][]) =>
      appearsInAnotherPass(breach.finding, others.map(findingsOf));
    const isConfirmed = (breach: Breach, place: number) =>
      byPass.length === 1 ||
      isIn(
        breach,
        byPass.filter((_, other) => other !== place),
      );
    // A later pass confirms what an earlier one came upon: it is told once, as it showed first.
    const isFirst = (breach: Breach, place: number) => !isIn(breach, byPass.slice(0, place));
    const found = [...trials].flatMap(([number, trial]) => {
      // A sighting that came to nothing more before the run was cut short has no words of its own.
      const counterexample = counterexamples[number];
      return counterexample === undefined ? [] : this.breachesOf(ended, trial, { counterexample });
    });
    const isSure = ({ counterexample }: Breach) => counterexample === undefined || !isUnconfirmed(counterexample);
    const doubted = byPass.flatMap((breaches, place) => {
      const once = breaches.filter((breach) => !isConfirmed(breach, place));
      return passes[place]?.isShared ? once.map(asOfOthers) : once;
    });
    this.checks.push({
      ended,
      kept,
      breaches: [
        ...byPass.flatMap((breaches, place) =>
          breaches.filter((each) => isConfirmed(each, place) && isFirst(each, place)),
        ),
        ...found.filter(isSure),
      ],
      doubted: [...doubted, ...found.filter((breach) => !isSure(breach))],
    });
  }

  private breachesOf(
    ended: CheckEnded,
    { exchanged, given }: Pick<Seen, 'exchanged' | 'given'>,
    { counterexample }: { readonly counterexample?: Counterexample } = {},
  ): Breach[] {
    return exchanged.flatMap(({ exchange: { number, aside }, findings }) =>
      findings.flatMap((finding) => {
        if (finding.outcome !== 'broken') return [];
        const breach: Breach = {
          finding,
          by: ended.clause,
          exchange: number,
          aside: aside === true,
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
      passes: [],
      readings: [],
    };
    this.running.set(check, running);
    return running;
  }

  /** What a server was last seen to hold, and in which vm_state. */
  private see({ request, response, fault }: Exchange): void {
    const route = routeOf(request.path);
    if (route === undefined || request.method !== 'GET' || response.status !== 200 || fault !== undefined) return;
    const last = this.lastSeen.get(route.serverId);
    const vmState = parseServer(response)?.vmState;
    if (last !== undefined && vmState !== undefined) this.lastSeen.set(route.serverId, inState(last, vmState));
    if (route.resource !== 'metadata' || !('text' in response.body) || !isGivable(response.body)) return;
    const token = request.headers['x-auth-token'] ?? '';
    const held = { path: request.path, token, body: response.body.text };
    this.lastSeen.set(route.serverId, inState(held, last?.vmState));
  }
}

function findingsOf(breaches: readonly Breach[]): Violated[] {
  return breaches.map(({ finding }) => finding);
}

/** It did not show again while nothing went on beside it. */
function asOfOthers(breach: Breach): Breach {
  return { ...breach, by: isolationCandidate(breach.finding) ?? breach.by };
}

/** Characters of a map that a reader is told to give a server first. */
const longestGiven = 200_000;

function isGivable(body: { readonly text: string }): boolean {
  return body.text.length <= longestGiven && parseMetadataBody(jsonOf(body)) !== undefined;
}

/** Characters of all answers that are held of a check. */
function heldSize({ size, trials, passes }: Running): number {
  return [...trials.values(), ...passes].reduce((all, seen) => all + seen.size, size);
}

function inState({ vmState: _, ...held }: GivenServer, vmState: string | undefined): GivenServer {
  return vmState === undefined || vmState === 'active' ? held : { ...held, vmState };
}

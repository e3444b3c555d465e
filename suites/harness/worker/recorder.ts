import { type Evidence, evidenceFormat, type PreflightEnded } from '../../../contracts/evidence/events';
import type { Exchange, RecordedResponse } from '../../../contracts/http/exchange';
import { metadataPath, routeOf, serverPath } from '../../../contracts/http/route';
import type { Version } from '../../../contracts/metadata';
import type { Finding } from '../../../contracts/oracle/finding';
import { judge } from '../../../contracts/oracle/judge/judge';
import {
  initialModel,
  type Subject,
  type SubjectServer,
  type TargetModel,
  withQuota,
} from '../../../contracts/oracle/model';
import { nextModel } from '../../../contracts/oracle/transition/next-model';
import type { Profile } from '../../../contracts/profiles/profile';
import type { RecordedExchange, RequestContext } from '../../../targets/http/message';
import type { RunPlan } from '../run/run-plan';
import { InFlight } from './in-flight';

/** The check to which the exchanges of the preflight belong. */
export const preflightCheck = 'preflight';

/** The reads before the preflight. */
export const inspectionContext: RequestContext = { checkId: 'inspection', phase: 'preflight', attempt: 1 };

/** Gets the findings of an exchange. */
type OnFindings = (findings: readonly Finding[]) => void;

/**
 * Numbers every exchange, has the oracle judge it, and emits it as evidence. An exchange is judged while the next one
 * is in flight, or as soon as the findings or the state are read.
 */
export class Recorder {
  readonly inFlight = new InFlight();
  private oracle: Oracle | undefined;
  /** Exchanges that are not judged yet, in the order of the run. */
  private readonly pending: (() => void)[] = [];
  /** True while the oracle has found no violation. */
  private isFlawless = true;
  private thrown: { readonly error: unknown } | undefined;
  /** Exchanges that are evidence. */
  private count = 0;
  /** Approximate bytes of their responses: characters count as one byte. */
  receivedBytes = 0;
  /** The ids of the servers to which a write was sent. */
  private readonly written = new Set<string>();
  private races = 0;
  /** The reads before `start`. There is no model yet to judge them by. */
  private readonly early: RecordedExchange[] = [];

  constructor(
    private readonly profile: Profile,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  /**
   * Begins the evidence. It has the last read of each server, and of its map, under this version: the evidence says what
   * was there, however the run ends.
   */
  start(target: string, subject: Subject, { effort, seed, shard }: RunPlan, version: Version): void {
    const latency = median(this.early.map(({ took }) => took));
    this.oracle = new Oracle(subject, this.profile);
    this.emit({
      kind: 'run',
      format: evidenceFormat,
      target,
      profile: this.profile.name,
      subject,
      effort: effort.name,
      seed,
      latency,
      ...(shard && { shard: { ...shard, rules: this.profile } }),
    });
    for (const path of subject.servers.flatMap((server) => readPaths(server, subject, version))) {
      const place = this.early.findLastIndex(({ request }) => request.path === path);
      for (const read of place < 0 ? [] : this.early.splice(place, 1)) this.record(read, inspectionContext);
    }
  }

  /** True if the preflight must run once more: a violation may have been wrong by chance. */
  shouldRepeatPreflight(): boolean {
    this.flush();
    if (this.isFlawless) return false;
    this.isFlawless = true;
    this.emit({ kind: 'trial', check: preflightCheck, doubted: 'alone' });
    return true;
  }

  /** Findings of the preflight count as those of a check. */
  endPreflight(ended: Omit<PreflightEnded, 'kind'>): void {
    this.report({ kind: 'preflight', ...ended });
    this.oracle?.setQuota(ended.quota);
    const message = 'a request of the preflight was not answered as it should be';
    this.report({
      kind: 'check',
      check: preflightCheck,
      id: 'VERSION-01/preflight',
      suite: preflightCheck,
      clause: 'VERSION-01',
      title: 'answers the requests of the preflight',
      ended: this.isFlawless ? { outcome: 'passed' } : { outcome: 'failed', message },
    });
  }

  /** The model after all recorded exchanges; undefined before `start`. */
  get state(): TargetModel | undefined {
    this.judgePending();
    return this.oracle?.state;
  }

  /**
   * The model after the exchanges so far, for somebody who rarely needs it: nothing is judged before the function is called.
   * Undefined before `start`.
   */
  stateNow(): (() => TargetModel) | undefined {
    const { oracle } = this;
    if (oracle === undefined) return undefined;
    let { state } = oracle;
    if (this.pending.length > 0) this.pending.push(() => ({ state } = oracle));
    return () => {
      this.judgePending();
      return state;
    };
  }

  /** All requests so far, with those before `start`. */
  get requests(): number {
    return this.early.length + this.count;
  }

  /** True if a write was sent to the server. */
  wasWritten({ id }: { readonly id: string }): boolean {
    this.judgePending();
    return this.written.has(id);
  }

  /** The number of the next race, unique in the run. */
  nextRace(): number {
    this.races += 1;
    return this.races;
  }

  record(recorded: RecordedExchange, context: RequestContext, found?: OnFindings): void {
    const { oracle } = this;
    if (oracle === undefined) {
      this.early.push(recorded);
      return;
    }
    this.count += 1;
    this.receivedBytes += sizeOf(recorded.response);
    const exchange = { number: this.count, check: context.checkId, ...recorded, ...evidenceOf(context) };
    this.pending.push(() => {
      if (exchange.request.method !== 'GET') this.written.add(routeOf(exchange.request.path)?.serverId ?? '');
      const findings = oracle.judge(exchange);
      if (findings.some(({ outcome }) => outcome === 'violated')) this.isFlawless = false;
      this.emit({ kind: 'exchange', exchange, findings });
      found?.(findings);
    });
    // By then, the caller has sent the next request.
    if (this.pending.length === 1) setImmediate(() => this.judgePending());
  }

  /** Emits other evidence, after the exchanges before it. */
  report(evidence: Evidence): void {
    this.flush();
    this.emit(evidence);
  }

  /**
   * Judges what was recorded.
   *
   * @throws an error of the oracle since the last call.
   */
  flush(): void {
    this.judgePending();
    const { thrown } = this;
    this.thrown = undefined;
    if (thrown !== undefined) throw thrown.error;
  }

  /** Does not throw: servers must be restored also after an error of the oracle. */
  private judgePending(): void {
    for (let judge = this.pending.shift(); judge !== undefined; judge = this.pending.shift()) {
      try {
        judge();
      } catch (error) {
        this.thrown ??= { error };
      }
    }
  }
}

/** The paths of the two reads of a server that the inspection ends with. */
function readPaths({ id, projectId }: SubjectServer, { isProjectless }: Subject, version: Version): string[] {
  const inUrl = isProjectless ? '' : projectId;
  return [serverPath(version, inUrl, id), metadataPath(version, inUrl, id)];
}

function evidenceOf({ phase, raceId, concurrentServers }: RequestContext): Partial<Exchange> {
  // The requests of a race are judged together, whatever else is in flight.
  const isConcurrent = raceId === undefined && concurrentServers !== undefined && concurrentServers.size > 0;
  return {
    ...(raceId === undefined ? {} : { race: raceId }),
    ...(phase === 'setup' ? { aside: true as const } : {}),
    ...(isConcurrent ? { meanwhile: [...concurrentServers] } : {}),
  };
}

function sizeOf({ headers, body }: RecordedResponse): number {
  let size = 'text' in body ? body.text.length : body.base64.length;
  for (const name in headers) size += name.length + (headers[name]?.length ?? 0);
  return size;
}

/** Judges the exchanges of a run in their order, each by what those before it have shown. */
class Oracle {
  private known: TargetModel;

  constructor(
    subject: Subject,
    private readonly profile: Profile,
  ) {
    this.known = initialModel(subject);
  }

  get state(): TargetModel {
    return this.known;
  }

  setQuota(quota: Subject['quota']): void {
    this.known = withQuota(this.known, quota);
  }

  judge(exchange: Exchange): readonly Finding[] {
    const findings = judge(this.known, exchange, this.profile);
    this.known = nextModel(this.known, exchange, this.profile);
    return findings;
  }
}

/** The middle one of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

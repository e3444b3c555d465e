import { type Evidence, evidenceFormat, type PreflightEnded } from '../../../contracts/evidence/events';
import type { Exchange, RecordedResponse } from '../../../contracts/http/exchange';
import type { Finding } from '../../../contracts/oracle/finding';
import { judge } from '../../../contracts/oracle/judge/judge';
import { initialModel, type Subject, type TargetModel, withQuota } from '../../../contracts/oracle/model';
import { nextModel } from '../../../contracts/oracle/transition/next-model';
import type { Profile } from '../../../contracts/profiles/profile';
import type { RecordedExchange, RequestContext } from '../../../targets/http/message';
import type { RunPlan } from '../run/run-plan';
import { InFlight } from './in-flight';

/** The check to which the exchanges of the preflight belong. */
export const preflightCheck = 'preflight';

/** Is given what the oracle finds of an exchange. */
type OnFindings = (findings: readonly Finding[]) => void;

/**
 * Numbers every exchange, has the oracle judge it, and tells of it. An exchange is judged while the next one is under
 * way, or as soon as somebody asks for what the oracle knows.
 */
export class Recorder {
  readonly inFlight = new InFlight();
  private oracle: Oracle | undefined;
  /** What is still to be judged, in the order of the run. */
  private readonly pending: (() => void)[] = [];
  /** Whether the oracle has found nothing violated. */
  private isFlawless = true;
  private thrown: { readonly error: unknown } | undefined;
  /** Exchanges that were recorded. */
  count = 0;
  /** Bytes of their answers, to within the characters that take several. */
  receivedBytes = 0;
  private races = 0;
  /** What the requests before the first judged one took, in milliseconds. */
  private readonly latencies: number[] = [];

  constructor(
    private readonly profile: Profile,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  start(target: string, subject: Subject, { effort, seed }: RunPlan): void {
    const latency = median(this.latencies);
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
    });
  }

  /** Whether the preflight is to be made once more, as what it came upon may be a fault of the moment. */
  shouldRepeatPreflight(): boolean {
    this.flush();
    if (this.isFlawless) return false;
    this.isFlawless = true;
    this.emit({ kind: 'trial', check: preflightCheck, doubted: 'alone' });
    return true;
  }

  /** What the preflight came upon counts as any check's. */
  endPreflight(ended: Omit<PreflightEnded, 'kind'>): void {
    this.report({ kind: 'preflight', ...ended });
    this.oracle?.setQuota(ended.quota);
    const message = 'a request of the preflight was not answered as it should be';
    this.report({
      kind: 'check',
      check: preflightCheck,
      suite: preflightCheck,
      clause: 'VERSION-01',
      title: 'answers the requests of the preflight',
      ended: this.isFlawless ? { outcome: 'passed' } : { outcome: 'failed', message },
    });
  }

  /** What is known after all that was recorded; undefined before there is a subject. */
  get state(): TargetModel | undefined {
    this.judgePending();
    return this.oracle?.state;
  }

  /** The number of the next race, unique in the run. */
  nextRace(): number {
    this.races += 1;
    return this.races;
  }

  record(recorded: RecordedExchange, context: RequestContext, found?: OnFindings): void {
    const { oracle } = this;
    // Before the subject is known there is nothing to judge by, and nothing but reading is done.
    if (oracle === undefined) {
      this.latencies.push(recorded.took);
      return;
    }
    this.count += 1;
    this.receivedBytes += sizeOf(recorded.response);
    const exchange = { number: this.count, check: context.checkId, ...recorded, ...evidenceOf(context) };
    this.pending.push(() => {
      const findings = oracle.judge(exchange);
      if (findings.some(({ outcome }) => outcome === 'broken')) this.isFlawless = false;
      this.emit({ kind: 'exchange', exchange, findings });
      found?.(findings);
    });
    // By then, whoever was waiting for this answer has sent the next request.
    if (this.pending.length === 1) setImmediate(() => this.judgePending());
  }

  /** Tells what is no exchange, after the exchanges before it. */
  report(evidence: Evidence): void {
    this.flush();
    this.emit(evidence);
  }

  /**
   * Judges what was recorded.
   *
   * @throws what the oracle threw since anybody asked.
   */
  flush(): void {
    this.judgePending();
    const { thrown } = this;
    this.thrown = undefined;
    if (thrown !== undefined) throw thrown.error;
  }

  /** Throws nothing: servers are put back by what is known, whatever the oracle stumbled over. */
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

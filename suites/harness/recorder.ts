import type { Evidence, PreflightEnded } from '../../contracts/evidence/events';
import type { Exchange, RecordedResponse } from '../../contracts/http/exchange';
import type { Finding } from '../../contracts/oracle/finding';
import type { Subject, TargetModel } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import type { RecordedExchange } from '../../targets/http/client';
import { medianOf } from './median-of';
import { Oracle } from './oracle';
import type { SearchPlan } from './search-plan';
import { Traffic } from './traffic';

/** The check to which the exchanges of the preflight belong. */
export const preflightCheck = 'preflight';

/** Is given what the oracle finds of an exchange. */
type Found = (findings: readonly Finding[]) => void;

/**
 * Numbers every exchange, has the oracle judge it, and tells of it. An exchange is judged while the next one is under
 * way, or as soon as somebody asks for what the oracle knows.
 */
export class Recorder {
  readonly traffic = new Traffic();
  private oracle: Oracle | undefined;
  /** What is still to be judged, in the order of the run. */
  private readonly waiting: (() => void)[] = [];
  /** Whether the oracle has found nothing violated. */
  private isFlawless = true;
  private thrown: { readonly error: unknown } | undefined;
  /** Exchanges that were recorded. */
  count = 0;
  /** Bytes of their answers, to within the characters that take several. */
  received = 0;
  private races = 0;
  /** What the requests before the first judged one took, in milliseconds. */
  private readonly survey: number[] = [];

  constructor(
    private readonly profile: Profile,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  begin(target: string, subject: Subject, { effort, seed }: SearchPlan): void {
    const latency = medianOf(this.survey);
    this.oracle = new Oracle(subject, this.profile);
    this.emit({ kind: 'run', target, profile: this.profile.name, subject, effort: effort.name, seed, latency });
  }

  /** Whether the preflight is to be made once more, as what it came upon may be a fault of the moment. */
  doubtPreflight(): boolean {
    this.catchUp();
    if (this.isFlawless) return false;
    this.isFlawless = true;
    this.emit({ kind: 'trial', check: preflightCheck, doubted: 'alone' });
    return true;
  }

  /** What the preflight came upon counts as any check's. */
  endPreflight(ended: Omit<PreflightEnded, 'kind'>): void {
    this.tell({ kind: 'preflight', ...ended });
    this.oracle?.setQuota(ended.quota);
    const message = 'a request of the preflight was not answered as it should be';
    this.tell({
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
    this.judgeWaiting();
    return this.oracle?.state;
  }

  /** The number of the next race, unique in the run. */
  nextRace(): number {
    this.races += 1;
    return this.races;
  }

  /** @param check the one that sent the request. */
  record(
    check: string,
    recorded: RecordedExchange,
    part: Pick<Exchange, 'race' | 'aside' | 'meanwhile'> = {},
    found?: Found,
  ): void {
    const { oracle } = this;
    // Before the subject is known there is nothing to judge by, and nothing but reading is done.
    if (oracle === undefined) {
      this.survey.push(recorded.took);
      return;
    }
    this.count += 1;
    this.received += sizeOf(recorded.response);
    const exchange = { number: this.count, check, ...recorded, ...part };
    this.waiting.push(() => {
      const findings = oracle.judge(exchange);
      if (findings.some(({ outcome }) => outcome === 'broken')) this.isFlawless = false;
      this.emit({ kind: 'exchange', exchange, findings });
      found?.(findings);
    });
    // By then, whoever was waiting for this answer has sent the next request.
    if (this.waiting.length === 1) setImmediate(() => this.judgeWaiting());
  }

  /** Tells what is no exchange, after the exchanges before it. */
  tell(evidence: Evidence): void {
    this.catchUp();
    this.emit(evidence);
  }

  /**
   * Judges what was recorded.
   *
   * @throws what the oracle threw since anybody asked.
   */
  catchUp(): void {
    this.judgeWaiting();
    const { thrown } = this;
    this.thrown = undefined;
    if (thrown !== undefined) throw thrown.error;
  }

  /** Throws nothing: servers are put back by what is known, whatever the oracle stumbled over. */
  private judgeWaiting(): void {
    for (let judge = this.waiting.shift(); judge !== undefined; judge = this.waiting.shift()) {
      try {
        judge();
      } catch (error) {
        this.thrown ??= { error };
      }
    }
  }
}

function sizeOf({ headers, body }: RecordedResponse): number {
  let size = 'text' in body ? body.text.length : body.base64.length;
  for (const name in headers) size += name.length + (headers[name]?.length ?? 0);
  return size;
}

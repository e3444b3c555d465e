import { isDeepStrictEqual } from 'node:util';
import type { Evidence, ExchangeRecorded, PreflightEnded, RunStarted } from '../../contracts/evidence/events';
import { judge } from '../../contracts/oracle/judge/judge';
import { initialModel, type TargetModel, withQuota } from '../../contracts/oracle/model';
import { nextModel } from '../../contracts/oracle/transition/next-model';
import type { Profile } from '../../contracts/profiles/profile';
import { Collector } from '../collector/collector';
import type { Summary } from '../result/result';
import { aggregate } from './aggregate';
import { noWaivers } from './waivers';

/** The check names of exchanges without a check: the preflight, the restore, other clients. */
const outsideChecks: ReadonlySet<string> = new Set(['inspection', 'restore', 'interference']);

/**
 * Judges recorded evidence again, without the target. The recorded findings are not used.
 */
export class Reevaluation {
  /** Errors of the evidence itself, one sentence each. */
  readonly errors: string[] = [];
  /** Attempts of each search. */
  readonly attempts = new Map<string, number>();
  began: RunStarted | undefined;
  private state: TargetModel | undefined;
  private isPlanned = false;
  private readonly ended = new Set<string>();
  private readonly open = new Set<string>();

  /**
   * @param sameOracle if true, the recorded findings must equal the new ones.
   * @param collector gets the judged evidence. It may hold that of other shards already.
   */
  constructor(
    private readonly profile: Profile,
    private readonly sameOracle: boolean,
    readonly collector = new Collector(),
  ) {}

  /** Adds the next piece of evidence. Evidence that cannot be judged is an error too. */
  add(evidence: Evidence): void {
    try {
      this.take(evidence);
    } catch (error) {
      this.errors.push(`the evidence cannot be judged: ${(error as Error).message}`);
    }
  }

  /** Adds the errors that only the end of the evidence shows. */
  close(): void {
    if (this.began === undefined) this.errors.push('the evidence does not begin with the facts of a run');
    for (const check of this.open) this.errors.push(`the evidence does not say how ${check} ended`);
  }

  /** The summary of the evidence, without waivers. */
  end(strict: boolean): Summary {
    this.close();
    return aggregate(this.collector, { profile: this.profile, strict, waived: noWaivers });
  }

  private take(evidence: Evidence): void {
    if (evidence.kind === 'run') {
      this.begin(evidence);
      return;
    }
    if (evidence.kind === 'preflight') {
      this.endPreflight(evidence);
      return;
    }
    if (evidence.kind === 'others' || evidence.kind === 'left out') {
      this.collector.add(evidence);
      return;
    }
    const check = evidence.kind === 'exchange' ? evidence.exchange.check : evidence.check;
    if (this.ended.has(check)) this.errors.push(`the evidence goes on with ${check} after its end`);
    if (evidence.kind === 'trial' && evidence.doubted === undefined)
      this.attempts.set(check, (this.attempts.get(check) ?? 0) + 1);
    if (evidence.kind === 'check') this.ended.add(check);
    if (evidence.kind === 'check') this.open.delete(check);
    this.collector.add(evidence.kind === 'exchange' ? this.judgeAgain(evidence) : evidence);
  }

  private begin(run: RunStarted): void {
    if (this.began !== undefined) this.errors.push('the evidence holds a second run');
    this.began = run;
    this.collector.add(run);
    this.state = initialModel(run.subject);
  }

  private endPreflight(preflight: PreflightEnded): void {
    if (this.state === undefined) throw new RangeError('the preflight ends before the run has begun');
    if (this.isPlanned) this.errors.push('the evidence holds a second preflight');
    if (this.ended.size > 0) this.errors.push('the preflight ends after a check has ended');
    this.isPlanned = true;
    this.collector.add(preflight);
    this.state = withQuota(this.state, preflight.quota);
  }

  private judgeAgain({ exchange, findings: recorded }: ExchangeRecorded): ExchangeRecorded {
    if (this.state === undefined) throw new RangeError('an exchange comes before the facts of the run');
    const { number, check } = exchange;
    const expected = this.collector.exchanges + 1;
    if (number !== expected) this.errors.push(`exchange ${number} stands where exchange ${expected} must`);
    const findings = judge(this.state, exchange, this.profile);
    this.state = nextModel(this.state, exchange, this.profile);
    if (this.sameOracle && !isDeepStrictEqual(findings, recorded)) {
      this.errors.push(`exchange ${number}: the recorded findings are not the oracle's`);
    }
    if (!outsideChecks.has(check) && !check.startsWith('reproduction ')) this.open.add(check);
    return { kind: 'exchange', exchange, findings };
  }
}

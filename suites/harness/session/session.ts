import { checkName } from '../../../contracts/evidence/check-id';
import type { CheckEnded, CheckOutcome, Evidence } from '../../../contracts/evidence/events';
import type { Subject } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
import type { Batch, CheckScope, Property, Suite } from '../dsl/check';
import type { Check, CheckInfo } from '../dsl/check-info';
import { createTestContext, type TestContext } from '../dsl/test-context';
import { needsOfClause } from '../dsl/vm-state';
import { outcomeOf, passed } from '../run/check-outcome';
import type { Environment } from '../run/environment';
import type { RunPlan } from '../run/run-plan';
import { isNamed } from '../run/selection';
import { attemptsFor, checkProperty } from '../search/check-property';
import { ReportedViolations } from '../search/reported-violations';
import type { ShrinkBudget } from '../search/search';
import type { InterferenceDetector } from '../worker/interference';
import type { Worker } from '../worker/worker';
import type { WorkerPool } from '../worker/worker-pool';
import type { Allowance } from './allowance';
import { type CheckRun, confirm, maxRuns, needsRerun } from './check-run';
import { type RequestBudget, requestsOf } from './costs';
import { leadingChecks } from './leading';
import { isSelected } from './plan';
import { SlowQueue } from './slow-queue';

export interface SessionOptions {
  readonly workers: WorkerPool;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly plan: RunPlan;
  readonly budget: RequestBudget;
  readonly allowance: Allowance;
  readonly environment: Environment;
  readonly interference: InterferenceDetector;
  readonly emit: (evidence: Evidence) => void;
}

/** One run against a target: runs checks and properties, and emits the outcome of each. */
export class Session {
  private readonly reported: ReportedViolations;
  private readonly slowChecks: SlowQueue;
  private readonly failedSlowChecks: StartedCheck[] = [];
  private readonly ended: CheckEnded[] = [];
  private readonly shrinking: ShrinkBudget;
  /** The names of the checks that have had their turn. */
  private readonly seen = new Set<string>();
  /** The names of those that did not fit into the limit of the run. */
  private readonly leftOut: string[] = [];

  constructor(private readonly options: SessionOptions) {
    this.reported = new ReportedViolations(options.profile);
    this.slowChecks = new SlowQueue(options.workers.reserved !== undefined);
    this.shrinking = { left: options.budget.shrinking, each: options.plan.effort.shrinkRequests };
  }

  /** The checks of a suite that have ended. */
  endedOf(suite: string): CheckEnded[] {
    return this.ended.filter((each) => each.suite === suite);
  }

  /** Runs the checks that come before all others. */
  async runLeading(suites: readonly Suite[]): Promise<void> {
    for (const { check, suite, isLarge } of leadingChecks(suites, this.options.environment.versions)) {
      // On a target that merges, the pairs of large maps stay behind. These checks then have their usual place.
      if (!isLarge || !this.isMerging) await this.runCheck(check, suite);
    }
  }

  private get isMerging(): boolean {
    return this.options.environment.isMerging || this.reported.has('REPLACE-02') || this.reported.has('REPLACE-04');
  }

  async runCheck(check: Check, suite: string): Promise<void> {
    const { workers } = this.options;
    if (!this.admit(check, suite)) return;
    const first = await workers.use('exclusive', (worker) => this.runOnce(worker, check));
    await this.runUntilConfirmed({ check, suite, first });
  }

  /** Runs it beside everything else where a worker is reserved for that, otherwise with `finish`. */
  addSlowCheck(check: Check, suite: string): void {
    const { workers } = this.options;
    if (!this.admit(check, suite)) return;
    this.slowChecks.add(async () => {
      const { reserved } = workers;
      const run = (worker: Worker) => this.runOnce(worker, check);
      const first = await (reserved === undefined ? workers.use('exclusive', run) : run(reserved));
      if (this.needsRerun([first])) this.failedSlowChecks.push({ check, suite, first });
      else this.report(check, suite, [first]);
    });
  }

  /**
   * Runs the slow checks that are left. Those that failed are confirmed then, as nothing goes on beside them. Once it is
   * done, nothing is left for another call.
   */
  async finish(): Promise<void> {
    await this.slowChecks.finish();
    for (const failed of this.failedSlowChecks.splice(0)) await this.runUntilConfirmed(failed);
    const leftOut = this.leftOut.splice(0);
    if (leftOut.length > 0) this.options.emit({ kind: 'left out', checks: leftOut });
  }

  /** True while slow checks and other work run at the same time. */
  private get isShared(): boolean {
    return this.options.workers.reserved !== undefined && !this.slowChecks.isDone;
  }

  /** True if a check runs now: it is in the plan, has not had its turn, its needs are met, and it fits into the limit. */
  private admit(check: CheckInfo, suite: string): boolean {
    const { environment, plan } = this.options;
    const name = nameOf(check);
    if (!isSelected(check, plan, environment.versions) || this.seen.has(name)) return false;
    this.seen.add(name);
    return !this.skipIfUnmet(check, suite) && this.fits(name, requestsOf(check.id));
  }

  private fits(name: string, requests: number): boolean {
    const isAllowed = this.options.allowance.allows(requests);
    if (!isAllowed) this.leftOut.push(name);
    return isAllowed;
  }

  /** A check whose needs are not met is not in the plan: nothing is sent for it. */
  private skipIfUnmet(check: CheckInfo, suite: string): boolean {
    const needs = [...needsOfClause(check.clause), ...(check.needs ?? [])];
    const missing = this.options.environment.firstUnmet(check.always ? needs : ['replace', ...needs]);
    if (missing === undefined) return false;
    this.report(check, suite, [{ ...noResult, outcome: { outcome: 'not run', ...missing } }]);
    return true;
  }

  /** One response may be wrong by chance: a failure is reported where it shows again. */
  private async runUntilConfirmed({ check, suite, first }: StartedCheck): Promise<void> {
    const { workers, interference } = this.options;
    const passes: CheckRun[] = [first];
    while (this.needsRerun(passes)) {
      this.reportRerun(check, passes);
      const again = async (): Promise<CheckRun> => {
        const hindrance = passes.length > 1 ? passed : await outcomeOf(() => interference.detect(first.worker));
        return hindrance.outcome === 'passed'
          ? this.runOnce(first.worker, check)
          : { outcome: hindrance, findings: [], isShared: false, hadDiscardedResponse: true };
      };
      passes.push(await workers.use('exclusive', again));
    }
    this.report(check, suite, passes);
  }

  private needsRerun(passes: readonly CheckRun[]): boolean {
    return passes.length < maxRuns && needsRerun(passes, (findings) => this.reported.unreported(findings));
  }

  private reportRerun(check: CheckInfo, passes: readonly CheckRun[]): void {
    const isShared = passes.at(-1)?.isShared === true;
    this.options.emit({ kind: 'trial', check: nameOf(check), doubted: isShared ? 'beside others' : 'alone' });
  }

  private report({ id, clause, title, version }: CheckInfo, suite: string, passes: readonly CheckRun[]): void {
    const check = checkName(id, version);
    const { outcome, confirmed, unconfirmed } = confirm(passes);
    this.reported.add(confirmed, clause);
    this.reported.addUnconfirmed(unconfirmed, clause, check);
    this.end({ kind: 'check', check, id, suite, clause, title, version, ended: outcome });
  }

  private async runOnce(worker: Worker, check: Check): Promise<CheckRunOnWorker> {
    const { isShared } = this;
    const tools = this.begin(worker, check);
    const outcome = await outcomeOf(() => check.body(tools));
    return { worker, ...(await this.readChanges(worker, check, outcome, isShared)) };
  }

  async runBatch({ checks, conduct }: Batch, suite: string): Promise<void> {
    const { workers, profile } = this.options;
    const due = checks.filter((check) => this.admit(check, suite));
    if (due.length === 0) return;
    const all = new Map(due.map((check): [CheckInfo, CheckRun[]] => [check, []]));
    const isDue = (check: CheckInfo) => this.needsRerun(all.get(check) ?? []);
    for (let left = due; left.length > 0; left = left.filter(isDue)) {
      for (const check of left) if ((all.get(check) ?? []).length > 0) this.reportRerun(check, all.get(check) ?? []);
      const passes = await workers.use('exclusive', (worker) => this.runBatchOnce(worker, left, conduct, profile));
      for (const check of left) all.get(check)?.push(passes.get(check) ?? noResult);
    }
    for (const check of due) this.report(check, suite, all.get(check) ?? []);
  }

  private async runBatchOnce(
    worker: Worker,
    due: readonly CheckInfo[],
    conduct: Batch['conduct'],
    profile: Profile,
  ): Promise<ReadonlyMap<CheckInfo, CheckRun>> {
    const seen = new Map<CheckInfo, CheckRun>();
    const turns = due.map((check): CheckScope & { check: CheckInfo } => ({
      check,
      begin: async () => this.begin(worker, check),
      end: async () => void seen.set(check, await this.readChanges(worker, check, passed, this.isShared)),
    }));
    const tellers = await conduct(turns, profile).catch((error: Error) =>
      due.map(() => () => {
        throw error;
      }),
    );
    const said = await Promise.all(tellers.map((each) => outcomeOf(async () => each())));
    return new Map(
      due.map((check, place): [CheckInfo, CheckRun] => {
        const outcome = said[place] ?? noResult.outcome;
        const left = seen.get(check) ?? { ...noResult, outcome };
        return [check, outcome.outcome === 'passed' ? left : { ...left, outcome }];
      }),
    );
  }

  private begin(worker: Worker, check: CheckInfo): TestContext {
    const { profile, subject, environment } = this.options;
    worker.check = nameOf(check);
    worker.startAttempt();
    return createTestContext(worker, profile, subject, check.version, environment);
  }

  private end(ended: CheckEnded): void {
    this.ended.push(ended);
    this.options.emit(ended);
  }

  /** Reads the servers that a check has changed before the next check begins. */
  private async readChanges(
    worker: Worker,
    { version }: CheckInfo,
    outcome: CheckOutcome,
    isShared: boolean,
  ): Promise<CheckRun> {
    const isTrouble = outcome.outcome === 'not tested' && outcome.trouble;
    const by = this.options.environment.servedVersion(version);
    const seen = isTrouble ? outcome : await outcomeOf(() => worker.readAffected(by, !isShared));
    const { findings, hadDiscardedResponse } = worker;
    return { outcome: outcome.outcome === 'passed' ? seen : outcome, findings, isShared, hadDiscardedResponse };
  }

  async runProperty(property: Property, suite: string): Promise<void> {
    const { plan, ...rest } = this.options;
    const { id, clause, title, needs = [] } = property;
    const { replay } = plan;
    if (replay !== undefined && replay.clause !== clause) return;
    if (!isNamed(plan.only, property)) return;
    const ended = { kind: 'check', check: id, id, suite, clause, title } as const;
    const missing = rest.environment.firstUnmet(['replace', ...needs]);
    if (missing !== undefined) {
      this.end({ ...ended, ended: { outcome: 'not run', ...missing } });
      return;
    }
    if (!this.fits(id, attemptsFor(property, plan.effort) * requestsOf(id))) return;
    const corpus = plan.corpus
      .filter((entry) => entry.property === id)
      .map(({ version, input }) => [version, input] as const);
    const outcome = await checkProperty(property, {
      ...rest,
      ...plan,
      replay,
      corpus,
      reported: this.reported,
      shrinking: this.shrinking,
    });
    this.end({ ...ended, ended: outcome });
  }
}

function nameOf({ id, version }: CheckInfo): string {
  return checkName(id, version);
}

/** A check that ran once, and its worker. */
interface CheckRunOnWorker extends CheckRun {
  readonly worker: Worker;
}

/** A check that ran once, and may have to be confirmed. */
interface StartedCheck {
  readonly check: Check;
  readonly suite: string;
  readonly first: CheckRunOnWorker;
}

const noResult: CheckRun = {
  outcome: { outcome: 'failed', message: 'nothing tells how it came out' },
  findings: [],
  isShared: false,
  hadDiscardedResponse: false,
};

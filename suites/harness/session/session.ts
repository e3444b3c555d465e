import type { CheckOutcome, Evidence } from '../../../contracts/evidence/events';
import type { Subject } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
import type { Batch, CheckScope, Property } from '../dsl/check';
import { type Check, type CheckInfo, CheckNames } from '../dsl/check-info';
import { createTestContext, type TestContext } from '../dsl/test-context';
import { needsOfClause } from '../dsl/vm-state';
import { outcomeOf, passed } from '../run/check-outcome';
import type { Environment } from '../run/environment';
import type { RunPlan } from '../run/run-plan';
import { checkProperty } from '../search/check-property';
import { ReportedViolations } from '../search/reported-violations';
import type { ShrinkBudget } from '../search/search';
import type { InterferenceDetector } from '../worker/interference';
import type { Worker } from '../worker/worker';
import type { WorkerPool } from '../worker/worker-pool';
import { type CheckRun, confirm, maxRuns, needsRerun } from './check-run';
import { isSelected } from './plan';
import { SlowQueue } from './slow-queue';

/** The budget for shrinking, as a share of the requests of the effort. */
const shrinkShare = 0.25;

export interface SessionOptions {
  readonly workers: WorkerPool;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly plan: RunPlan;
  readonly environment: Environment;
  readonly interference: InterferenceDetector;
  readonly emit: (evidence: Evidence) => void;
}

/** One run against a target: runs checks and properties, and emits the outcome of each. */
export class Session {
  private readonly names = new CheckNames();
  private readonly reported: ReportedViolations;
  private readonly slowChecks: SlowQueue;
  private readonly failedSlowChecks: StartedCheck[] = [];
  private readonly shrinking: ShrinkBudget;

  constructor(private readonly options: SessionOptions) {
    this.reported = new ReportedViolations(options.profile);
    const { requests, shrinkRequests } = options.plan.effort;
    this.slowChecks = new SlowQueue(options.workers.reserved !== undefined);
    this.shrinking = { left: requests * shrinkShare, each: shrinkRequests };
  }

  async runCheck(check: Check, suite: string): Promise<void> {
    const { workers } = this.options;
    if (!this.isPlanned(check)) return;
    const name = this.nameOf(check);
    if (this.skipIfUnmet(check, suite, name)) return;
    const first = await workers.use('exclusive', (worker) => this.runOnce(worker, check, name));
    await this.runUntilConfirmed({ check, suite, name, first });
  }

  /** Runs it beside everything else where a worker is reserved for that, otherwise with `finish`. */
  addSlowCheck(check: Check, suite: string): void {
    const { workers } = this.options;
    if (!this.isPlanned(check)) return;
    const name = this.nameOf(check);
    if (this.skipIfUnmet(check, suite, name)) return;
    this.slowChecks.add(async () => {
      const { reserved } = workers;
      const run = (worker: Worker) => this.runOnce(worker, check, name);
      const first = await (reserved === undefined ? workers.use('exclusive', run) : run(reserved));
      if (this.needsRerun([first])) this.failedSlowChecks.push({ check, suite, name, first });
      else this.report(check, suite, name, [first]);
    });
  }

  /** Runs the slow checks that are left. Those that failed are confirmed then, as nothing goes on beside them. */
  async finish(): Promise<void> {
    await this.slowChecks.finish();
    for (const failed of this.failedSlowChecks) await this.runUntilConfirmed(failed);
  }

  /** Whether a slow check and other work go on beside each other. */
  private get isShared(): boolean {
    return this.options.workers.reserved !== undefined && !this.slowChecks.isDone;
  }

  private isPlanned(check: CheckInfo): boolean {
    const { environment, plan } = this.options;
    return isSelected(check, plan, environment.versions);
  }

  /** A check whose needs are not met is not in the plan: nothing is sent for it. */
  private skipIfUnmet(check: CheckInfo, suite: string, name: string): boolean {
    const needs = [...needsOfClause(check.clause), ...(check.needs ?? [])];
    const missing = this.options.environment.firstUnmet(check.always ? needs : ['replace', ...needs]);
    if (missing === undefined) return false;
    this.report(check, suite, name, [{ ...noResult, outcome: { outcome: 'not run', ...missing } }]);
    return true;
  }

  /** One response may be wrong by chance: a failure is reported where it shows again. */
  private async runUntilConfirmed({ check, suite, name, first }: StartedCheck): Promise<void> {
    const { workers, interference } = this.options;
    const passes: CheckRun[] = [first];
    while (this.needsRerun(passes)) {
      this.reportRerun(name, passes);
      const again = async (): Promise<CheckRun> => {
        const hindrance = passes.length > 1 ? passed : await outcomeOf(() => interference.detect(first.worker));
        return hindrance.outcome === 'passed'
          ? this.runOnce(first.worker, check, name)
          : { outcome: hindrance, findings: [], isShared: false, hadDiscardedResponse: true };
      };
      passes.push(await workers.use('exclusive', again));
    }
    this.report(check, suite, name, passes);
  }

  private needsRerun(passes: readonly CheckRun[]): boolean {
    return passes.length < maxRuns && needsRerun(passes, (findings) => this.reported.unreported(findings));
  }

  private reportRerun(check: string, passes: readonly CheckRun[]): void {
    const isShared = passes.at(-1)?.isShared === true;
    this.options.emit({ kind: 'trial', check, doubted: isShared ? 'beside others' : 'alone' });
  }

  private report(
    { clause, title, version }: CheckInfo,
    suite: string,
    name: string,
    passes: readonly CheckRun[],
  ): void {
    const { outcome, confirmed, unconfirmed } = confirm(passes);
    this.reported.add(confirmed, clause);
    this.reported.addUnconfirmed(unconfirmed, clause, name);
    this.options.emit({ kind: 'check', check: name, suite, clause, title, version, ended: outcome });
  }

  private async runOnce(worker: Worker, check: Check, name: string): Promise<CheckRunOnWorker> {
    const { isShared } = this;
    const tools = this.begin(worker, check, name);
    const outcome = await outcomeOf(() => check.body(tools));
    return { worker, ...(await this.end(worker, check, outcome, isShared)) };
  }

  async runBatch({ checks, conduct }: Batch, suite: string): Promise<void> {
    const { workers, profile } = this.options;
    const due = checks
      .filter((check) => this.isPlanned(check))
      .map((check) => ({ check, name: this.nameOf(check) }))
      .filter(({ check, name }) => !this.skipIfUnmet(check, suite, name));
    if (due.length === 0) return;
    const all = new Map(due.map(({ name }): [string, CheckRun[]] => [name, []]));
    const isDue = ({ name }: { readonly name: string }) => this.needsRerun(all.get(name) ?? []);
    for (let left = due; left.length > 0; left = left.filter(isDue)) {
      for (const { name } of left) if ((all.get(name) ?? []).length > 0) this.reportRerun(name, all.get(name) ?? []);
      const passes = await workers.use('exclusive', (worker) => this.runBatchOnce(worker, left, conduct, profile));
      for (const { name } of left) all.get(name)?.push(passes.get(name) ?? noResult);
    }
    for (const { check, name } of due) this.report(check, suite, name, all.get(name) ?? []);
  }

  private async runBatchOnce(
    worker: Worker,
    due: readonly { readonly check: CheckInfo; readonly name: string }[],
    conduct: Batch['conduct'],
    profile: Profile,
  ): Promise<ReadonlyMap<string, CheckRun>> {
    const seen = new Map<string, CheckRun>();
    const turns = due.map(({ check, name }): CheckScope & { check: CheckInfo } => ({
      check,
      begin: async () => this.begin(worker, check, name),
      end: async () => void seen.set(name, await this.end(worker, check, passed, this.isShared)),
    }));
    const tellers = await conduct(turns, profile).catch((error: Error) =>
      due.map(() => () => {
        throw error;
      }),
    );
    const said = await Promise.all(tellers.map((each) => outcomeOf(async () => each())));
    return new Map(
      due.map(({ name }, place): [string, CheckRun] => {
        const { outcome } = { outcome: said[place] ?? noResult.outcome };
        const left = seen.get(name) ?? { ...noResult, outcome };
        return [name, outcome.outcome === 'passed' ? left : { ...left, outcome }];
      }),
    );
  }

  private nameOf({ clause, version, title }: CheckInfo): string {
    return this.names.unique(`${clause} ${version} ${title}`);
  }

  private begin(worker: Worker, { version }: CheckInfo, name: string): TestContext {
    const { profile, subject, environment } = this.options;
    worker.check = name;
    worker.startAttempt();
    return createTestContext(worker, profile, subject, version, environment);
  }

  /** Reads the servers that a check has changed before the next check begins. */
  private async end(
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
    const { clause, title, needs = [] } = property;
    const { replay } = plan;
    if (replay !== undefined && replay.clause !== clause) return;
    if (plan.only !== undefined && !plan.only.has(clause)) return;
    const check = this.names.unique(`${clause} law: ${title}`);
    const missing = rest.environment.firstUnmet(['replace', ...needs]);
    if (missing !== undefined) {
      const ended: CheckOutcome = { outcome: 'not run', ...missing };
      rest.emit({ kind: 'check', check, suite, clause, title, ended });
      return;
    }
    const corpus = plan.corpus
      .filter((entry) => entry.law === check)
      .map(({ version, input }) => [version, input] as const);
    const ended = await checkProperty(property, {
      ...rest,
      ...plan,
      replay,
      corpus,
      check,
      reported: this.reported,
      shrinking: this.shrinking,
    });
    rest.emit({ kind: 'check', check, suite, clause, title, ended });
  }
}

/** A check that ran once, and its worker. */
interface CheckRunOnWorker extends CheckRun {
  readonly worker: Worker;
}

/** A check that ran once, and may have to be confirmed. */
interface StartedCheck {
  readonly check: Check;
  readonly suite: string;
  /** Unique in the run. */
  readonly name: string;
  readonly first: CheckRunOnWorker;
}

const noResult: CheckRun = {
  outcome: { outcome: 'failed', message: 'nothing tells how it came out' },
  findings: [],
  isShared: false,
  hadDiscardedResponse: false,
};

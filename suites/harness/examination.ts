import type { CheckOutcome, Evidence } from '../../contracts/evidence';
import { blamedOnOthers } from '../../contracts/oracle/blamed-on-others';
import { isOfOthers } from '../../contracts/oracle/is-of-others';
import type { Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import { Background } from './background';
import type { Batch, Turn } from './batch';
import type { Check, CheckHead } from './check';
import { conductLaw } from './conduct-law';
import { type Conducted, type Ended, isBlurred } from './conducted';
import type { Environment } from './environment';
import type { Halt } from './halt';
import { isDue } from './is-due';
import { KnownFaults } from './known-faults';
import type { Lane } from './lane';
import type { Lanes, Need } from './lanes';
import type { Law } from './law';
import { Names } from './names';
import { outcomeOf, passed } from './outcome-of';
import type { ShrinkBudget } from './search';
import type { SearchPlan } from './search-plan';
import { needsOfClause } from './state-needs';
import { type Tools, toolsFor } from './tools';

/** What may be spent on making counterexamples smaller, as a share of the requests of the effort. */
const shrinkShare = 0.25;

export interface ExaminationOptions {
  readonly lanes: Lanes;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly plan: SearchPlan;
  readonly halt: Halt;
  readonly environment: Environment;
  readonly emit: (evidence: Evidence) => void;
}

/** One target under examination: runs checks and laws, and writes down how each ended. */
export class Examination {
  private readonly names = new Names();
  private readonly known: KnownFaults;
  private readonly background = new Background();
  private readonly shrinking: ShrinkBudget;

  constructor(private readonly options: ExaminationOptions) {
    this.known = new KnownFaults(options.profile);
    const { requests, shrinkRequests } = options.plan.effort;
    this.shrinking = { left: requests * shrinkShare, each: shrinkRequests };
  }

  async run(check: Check, suite: string): Promise<void> {
    const { lanes } = this.options;
    if (!this.isPlanned(check)) return;
    const name = this.nameOf(check);
    if (this.isLeftOut(check, suite, name)) return;
    const ended = await lanes.use('alone', (lane) => this.conduct(lane, check, name, 'alone'));
    this.tell(check, suite, name, await this.unblurred(ended, check, name));
  }

  /** Runs it beside whatever else is run until `settle`: where no lane can be spared, beside the laws. */
  beginPatient(check: Check, suite: string): void {
    const { lanes } = this.options;
    if (!this.isPlanned(check)) return;
    const name = this.nameOf(check);
    if (this.isLeftOut(check, suite, name)) return;
    const work = async () => {
      const ended = await lanes.use('patient', (lane) => this.conduct(lane, check, name, 'patient'));
      this.tell(check, suite, name, await this.unblurred(ended, check, name));
    };
    if (lanes.hasSpare) this.background.begin(work);
    else this.background.defer(work);
  }

  private isPlanned(check: CheckHead): boolean {
    const { environment, plan } = this.options;
    return isDue(check, plan, environment.versions);
  }

  /** A check whose needs are not met is out of the plan: nothing is sent for it. */
  private isLeftOut(check: CheckHead, suite: string, name: string): boolean {
    const needs = [...needsOfClause(check.clause), ...(check.needs ?? [])];
    const missing = this.options.environment.unmet(check.always ? needs : ['replace', ...needs]);
    if (missing === undefined) return false;
    this.tell(check, suite, name, { outcome: { outcome: 'not run', ...missing }, findings: [] });
    return true;
  }

  /** Waits for the patient checks. */
  settle(): Promise<void> {
    return this.background.settle();
  }

  /**
   * What a check came upon, and others may have done, is looked for again on the same server, without them. Where it is
   * not there, it was their doing.
   */
  private async unblurred(ended: Conducted, check: Check, name: string): Promise<Conducted> {
    if (isOfOthers(check.clause) || !isBlurred(ended)) return ended;
    return this.options.lanes.use('solitary', () => {
      for (const finding of ended.findings) this.known.add([finding], blamedOnOthers(finding) ?? check.clause);
      this.options.emit({ kind: 'trial', check: name, isBlurred: true });
      return this.conduct(ended.lane, check, name, 'solitary');
    });
  }

  private tell(check: CheckHead, suite: string, name: string, { outcome, findings }: Ended): void {
    const { clause, title, version } = check;
    this.known.add(findings, clause);
    this.options.emit({ kind: 'check', check: name, suite, clause, title, version, ended: outcome });
  }

  private async conduct(lane: Lane, check: Check, name: string, need: Need): Promise<Conducted> {
    const isShared = need === 'patient' || lane.leaves !== undefined;
    const tools = this.begin(lane, check, name);
    const outcome = await outcomeOf(() => check.body(tools));
    return { lane, isShared, ...(await this.end(lane, check, outcome, need !== 'patient')) };
  }

  async runBatch({ checks, conduct }: Batch, suite: string): Promise<void> {
    const { lanes, profile } = this.options;
    const due = checks
      .filter((check) => this.isPlanned(check))
      .map((check) => ({ check, name: this.nameOf(check) }))
      .filter(({ check, name }) => !this.isLeftOut(check, suite, name));
    if (due.length === 0) return;
    const seen = new Map<string, Ended>();
    // It cannot be made again.
    const said = await lanes.use('solitary', async (lane) => {
      const turns = due.map(({ check, name }): Turn & { check: CheckHead } => ({
        check,
        begin: async () => this.begin(lane, check, name),
        end: async () => void seen.set(name, await this.end(lane, check, passed, true)),
      }));
      const tellers = await conduct(turns, profile).catch((error: Error) =>
        due.map(() => () => {
          throw error;
        }),
      );
      return Promise.all(tellers.map((each) => outcomeOf(async () => each())));
    });
    for (const [place, { check, name }] of due.entries()) {
      const outcome = said[place] ?? untold;
      const { outcome: left, findings } = seen.get(name) ?? { outcome, findings: [] };
      this.tell(check, suite, name, { outcome: outcome.outcome === 'passed' ? left : outcome, findings });
    }
  }

  private nameOf({ clause, version, title }: CheckHead): string {
    return this.names.unique(`${clause} ${version} ${title}`);
  }

  private begin(lane: Lane, { version }: CheckHead, name: string): Tools {
    const { profile, subject, environment } = this.options;
    lane.check = name;
    lane.beginTrial();
    return toolsFor(lane, profile, subject, version, environment);
  }

  /** What a check leaves behind is seen before the next one begins. */
  private async end(lane: Lane, { version }: CheckHead, outcome: CheckOutcome, alone: boolean): Promise<Ended> {
    const isTrouble = outcome.outcome === 'not tested' && outcome.trouble;
    const by = this.options.environment.served(version);
    const seen = isTrouble ? outcome : await outcomeOf(() => lane.lookAgain(by, alone));
    return { outcome: outcome.outcome === 'passed' ? seen : outcome, findings: lane.findings };
  }

  async runLaw(law: Law, suite: string): Promise<void> {
    this.background.beginDeferred();
    const { plan, ...rest } = this.options;
    const { clause, title, needs = [] } = law;
    const { replay } = plan;
    if (replay !== undefined && replay.clause !== clause) return;
    if (plan.only !== undefined && !plan.only.has(clause)) return;
    const check = this.names.unique(`${clause} law: ${title}`);
    const missing = rest.environment.unmet(['replace', ...needs]);
    if (missing !== undefined) {
      const ended: CheckOutcome = { outcome: 'not run', ...missing };
      rest.emit({ kind: 'check', check, suite, clause, title, ended });
      return;
    }
    const corpus = plan.corpus
      .filter((entry) => entry.law === check)
      .map(({ version, input }) => [version, input] as const);
    const ended = await conductLaw(law, {
      ...rest,
      ...plan,
      replay,
      corpus,
      check,
      known: this.known,
      shrinking: this.shrinking,
    });
    rest.emit({ kind: 'check', check, suite, clause, title, ended });
  }
}

const untold: CheckOutcome = { outcome: 'failed', message: 'nothing tells how it came out' };

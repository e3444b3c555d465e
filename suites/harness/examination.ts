import type { CheckOutcome, Evidence } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { Background } from './background';
import type { Batch, Turn } from './batch';
import type { Check, CheckHead } from './check';
import { conductLaw } from './conduct-law';
import type { Environment } from './environment';
import { isDue } from './is-due';
import { KnownFaults } from './known-faults';
import type { Lane } from './lane';
import type { Lanes, Need } from './lanes';
import type { Law } from './law';
import { Names } from './names';
import type { OthersAtWork } from './others-at-work';
import { outcomeOf, passed } from './outcome-of';
import { isInDoubt, mostPasses, type Pass, weigh } from './passes';
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
  readonly environment: Environment;
  readonly others: OthersAtWork;
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
    await this.untilSure(
      check,
      suite,
      name,
      await lanes.use('alone', (lane) => this.conduct(lane, check, name, 'alone')),
    );
  }

  /** Runs it beside whatever else is run until `settle`: where no lane can be spared, beside the laws. */
  beginPatient(check: Check, suite: string): void {
    const { lanes } = this.options;
    if (!this.isPlanned(check)) return;
    const name = this.nameOf(check);
    if (this.isLeftOut(check, suite, name)) return;
    const work = async () => {
      const first = await lanes.use('patient', (lane) => this.conduct(lane, check, name, 'patient'));
      await this.untilSure(check, suite, name, first);
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
    this.tell(check, suite, name, [{ ...untold, outcome: { outcome: 'not run', ...missing } }]);
    return true;
  }

  /** Waits for the patient checks. */
  settle(): Promise<void> {
    return this.background.settle();
  }

  /** One answer may be a fault of the moment: what a check came upon is told where it shows again, alone. */
  private async untilSure(check: Check, suite: string, name: string, first: Conducted): Promise<void> {
    const passes: Pass[] = [first];
    while (this.isInDoubt(passes)) {
      this.doubt(name, passes);
      const again = async (): Promise<Pass> => {
        const hindrance = await outcomeOf(() => this.options.others.lookFor(first.lane));
        return hindrance.outcome === 'passed'
          ? this.conduct(first.lane, check, name, 'solitary')
          : { outcome: hindrance, findings: [], isShared: false, hadFault: true };
      };
      passes.push(await this.options.lanes.use('solitary', again));
    }
    this.tell(check, suite, name, passes);
  }

  private isInDoubt(passes: readonly Pass[]): boolean {
    return passes.length < mostPasses && isInDoubt(passes, (findings) => this.known.unknown(findings));
  }

  private doubt(check: string, passes: readonly Pass[]): void {
    const isShared = passes.at(-1)?.isShared === true;
    this.options.emit({ kind: 'trial', check, doubted: isShared ? 'beside others' : 'alone' });
  }

  private tell({ clause, title, version }: CheckHead, suite: string, name: string, passes: readonly Pass[]): void {
    const { outcome, confirmed, doubted } = weigh(passes);
    this.known.add(confirmed, clause);
    this.known.doubt(doubted, clause, name);
    this.options.emit({ kind: 'check', check: name, suite, clause, title, version, ended: outcome });
  }

  private async conduct(lane: Lane, check: Check, name: string, need: Need): Promise<Conducted> {
    const isShared = need === 'patient' || lane.leaves !== undefined;
    const tools = this.begin(lane, check, name);
    const outcome = await outcomeOf(() => check.body(tools));
    return { lane, ...(await this.end(lane, check, outcome, isShared)) };
  }

  async runBatch({ checks, conduct }: Batch, suite: string): Promise<void> {
    const { lanes, profile } = this.options;
    const due = checks
      .filter((check) => this.isPlanned(check))
      .map((check) => ({ check, name: this.nameOf(check) }))
      .filter(({ check, name }) => !this.isLeftOut(check, suite, name));
    if (due.length === 0) return;
    const all = new Map(due.map(({ name }): [string, Pass[]] => [name, []]));
    const isDue = ({ name }: { readonly name: string }) => this.isInDoubt(all.get(name) ?? []);
    for (let left = due; left.length > 0; left = left.filter(isDue)) {
      for (const { name } of left) if ((all.get(name) ?? []).length > 0) this.doubt(name, all.get(name) ?? []);
      const passes = await lanes.use('solitary', (lane) => this.conductBatch(lane, left, conduct, profile));
      for (const { name } of left) all.get(name)?.push(passes.get(name) ?? untold);
    }
    for (const { check, name } of due) this.tell(check, suite, name, all.get(name) ?? []);
  }

  private async conductBatch(
    lane: Lane,
    due: readonly { readonly check: CheckHead; readonly name: string }[],
    conduct: Batch['conduct'],
    profile: Profile,
  ): Promise<ReadonlyMap<string, Pass>> {
    const seen = new Map<string, Pass>();
    const turns = due.map(({ check, name }): Turn & { check: CheckHead } => ({
      check,
      begin: async () => this.begin(lane, check, name),
      end: async () => void seen.set(name, await this.end(lane, check, passed, false)),
    }));
    const tellers = await conduct(turns, profile).catch((error: Error) =>
      due.map(() => () => {
        throw error;
      }),
    );
    const said = await Promise.all(tellers.map((each) => outcomeOf(async () => each())));
    return new Map(
      due.map(({ name }, place): [string, Pass] => {
        const { outcome } = { outcome: said[place] ?? untold.outcome };
        const left = seen.get(name) ?? { ...untold, outcome };
        return [name, outcome.outcome === 'passed' ? left : { ...left, outcome }];
      }),
    );
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
  private async end(lane: Lane, { version }: CheckHead, outcome: CheckOutcome, isShared: boolean): Promise<Pass> {
    const isTrouble = outcome.outcome === 'not tested' && outcome.trouble;
    const by = this.options.environment.served(version);
    const seen = isTrouble ? outcome : await outcomeOf(() => lane.lookAgain(by, !isShared));
    const { findings, hadFault } = lane;
    return { outcome: outcome.outcome === 'passed' ? seen : outcome, findings, isShared, hadFault };
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

/** A check made once, and the lane that it was made on. */
interface Conducted extends Pass {
  readonly lane: Lane;
}

const untold: Pass = {
  outcome: { outcome: 'failed', message: 'nothing tells how it came out' },
  findings: [],
  isShared: false,
  hadFault: false,
};

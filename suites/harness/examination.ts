import type { ClauseId } from '../../contracts/clauses';
import type { CheckOutcome, Evidence } from '../../contracts/evidence';
import type { Version } from '../../contracts/metadata';
import type { Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import type { Batch, Turn } from './batch';
import { conductLaw } from './conduct-law';
import type { Halt } from './halt';
import { KnownFaults } from './known-faults';
import type { Lane } from './lane';
import type { Lanes } from './lanes';
import type { Law } from './law';
import { outcomeOf, passed } from './outcome-of';
import type { SearchPlan } from './search-plan';
import { type Tools, toolsFor } from './tools';

export interface CheckHead {
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  /** Whether a run that takes each check under one version only takes it under this one. */
  readonly isTurn: boolean;
}

export interface Check extends CheckHead {
  readonly body: (tools: Tools) => Promise<void>;
}

export interface ExaminationOptions {
  readonly lanes: Lanes;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly plan: SearchPlan;
  readonly halt: Halt;
  readonly emit: (evidence: Evidence) => void;
}

/** One target under examination: runs checks and laws, and writes down how each ended. */
export class Examination {
  private readonly seen = new Map<string, number>();
  private readonly known: KnownFaults;
  private readonly patient: Promise<void>[] = [];

  constructor(private readonly options: ExaminationOptions) {
    this.known = new KnownFaults(options.profile);
  }

  /** @param alone nothing else runs meanwhile. */
  async run(check: Check, suite: string, alone: boolean): Promise<void> {
    if (!this.isDue(check)) return;
    const name = this.nameOf(check);
    const ended = await this.options.lanes.use(alone, async (lane): Promise<CheckOutcome> => {
      const tools = this.begin(lane, check, name);
      return this.end(lane, check, await outcomeOf(() => check.body(tools)), alone);
    });
    this.options.emit({ kind: 'check', check: name, suite, ...told(check), ended });
  }

  /** Runs it beside whatever else is run until `settle`. */
  beginPatient(check: Check, suite: string): void {
    const running = this.run(check, suite, false);
    // What it throws is for `settle` to tell.
    running.catch(() => undefined);
    this.patient.push(running);
  }

  /** Waits for the patient checks. */
  async settle(): Promise<void> {
    for (const each of await Promise.allSettled(this.patient)) if (each.status === 'rejected') throw each.reason;
  }

  async runBatch({ checks, conduct }: Batch, suite: string): Promise<void> {
    const { lanes, profile, emit } = this.options;
    const due = checks.filter((check) => this.isDue(check)).map((check) => ({ check, name: this.nameOf(check) }));
    if (due.length === 0) return;
    const seen = new Map<string, CheckOutcome>();
    const ended = await lanes.use(true, async (lane) => {
      const turns = due.map(({ check, name }): Turn & { check: CheckHead } => ({
        check,
        begin: async () => this.begin(lane, check, name),
        end: async () => void seen.set(name, await this.end(lane, check, passed, true)),
      }));
      const said = await conduct(turns, profile).catch((error: Error) =>
        due.map(() => () => {
          throw error;
        }),
      );
      return Promise.all(said.map((each) => outcomeOf(async () => each())));
    });
    for (const [place, { check, name }] of due.entries()) {
      const outcome = ended[place] ?? untold;
      const all = outcome.outcome === 'passed' ? (seen.get(name) ?? outcome) : outcome;
      emit({ kind: 'check', check: name, suite, ...told(check), ended: all });
    }
  }

  private isDue({ clause, isTurn }: CheckHead): boolean {
    const { plan } = this.options;
    if (plan.replay !== undefined || !(isTurn || plan.effort.bothVersions)) return false;
    return plan.only === undefined || plan.only.has(clause);
  }

  private nameOf({ clause, version, title }: CheckHead): string {
    return this.unique(`${clause} ${version} ${title}`);
  }

  private begin(lane: Lane, { version }: CheckHead, name: string): Tools {
    const { profile, subject } = this.options;
    lane.check = name;
    lane.findings = [];
    return toolsFor(lane, profile, subject, version);
  }

  /** What a check leaves behind is seen before the next one begins. */
  private async end(
    lane: Lane,
    { version, clause }: CheckHead,
    outcome: CheckOutcome,
    alone: boolean,
  ): Promise<CheckOutcome> {
    const isTrouble = outcome.outcome === 'not tested' && outcome.trouble;
    const seen = isTrouble ? outcome : await outcomeOf(() => lane.lookAgain(version, alone));
    this.known.add(lane.findings, clause);
    return outcome.outcome === 'passed' ? seen : outcome;
  }

  async runLaw(law: Law, suite: string): Promise<void> {
    const { plan, ...rest } = this.options;
    const { clause, title } = law;
    const { replay } = plan;
    if (replay !== undefined && replay.clause !== clause) return;
    if (plan.only !== undefined && !plan.only.has(clause)) return;
    const check = this.unique(`${clause} law: ${title}`);
    const corpus = plan.corpus
      .filter((entry) => entry.law === check)
      .map(({ version, input }) => [version, input] as const);
    const ended = await conductLaw(law, { ...rest, ...plan, replay, corpus, check, known: this.known });
    rest.emit({ kind: 'check', check, suite, clause, title, ended });
  }

  /** Two checks of the same words stay two. */
  private unique(name: string): string {
    const count = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}

const untold: CheckOutcome = { outcome: 'failed', message: 'nothing tells how it came out' };

function told({ clause, title, version }: CheckHead): Pick<CheckHead, 'clause' | 'title' | 'version'> {
  return { clause, title, version };
}

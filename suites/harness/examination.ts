import type { ClauseId } from '../../contracts/clauses';
import type { CheckOutcome, Evidence } from '../../contracts/evidence';
import type { Version } from '../../contracts/metadata';
import type { Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import { TargetTrouble } from '../../targets/trouble';
import { conductLaw } from './conduct-law';
import type { Halt } from './halt';
import { KnownFaults } from './known-faults';
import type { Lanes } from './lanes';
import type { Law } from './law';
import { NotTested } from './not-tested';
import type { SearchPlan } from './search-plan';
import { type Tools, toolsFor } from './tools';

export interface Check {
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  /** Whether a run that takes each check under one version only takes it under this one. */
  readonly isTurn: boolean;
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

  constructor(private readonly options: ExaminationOptions) {
    this.known = new KnownFaults(options.profile);
  }

  async run({ clause, title, version, isTurn, body }: Check, suite: string): Promise<void> {
    const { lanes, profile, subject, plan, emit } = this.options;
    if (plan.replay !== undefined || !(isTurn || plan.effort.bothVersions)) return;
    if (plan.only !== undefined && !plan.only.has(clause)) return;
    const check = this.unique(`${clause} ${version} ${title}`);
    const ended = await lanes.use(true, async (lane): Promise<CheckOutcome> => {
      lane.check = check;
      lane.findings = [];
      const outcome = await outcomeOf(() => body(toolsFor(lane, profile, subject, version)));
      const isTrouble = outcome.outcome === 'not tested' && outcome.trouble;
      const seen = isTrouble ? outcome : await outcomeOf(() => lane.lookAgain(version, true));
      this.known.add(lane.findings, clause);
      return outcome.outcome === 'passed' ? seen : outcome;
    });
    emit({ kind: 'check', check, suite, clause, title, version, ended });
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

async function outcomeOf(work: () => Promise<void>): Promise<CheckOutcome> {
  try {
    await work();
    return { outcome: 'passed' };
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof NotTested) return { outcome: 'not tested', reason: message, trouble: false };
    if (error instanceof TargetTrouble) return { outcome: 'not tested', reason: message, trouble: true };
    return { outcome: 'failed', message };
  }
}

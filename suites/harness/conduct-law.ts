import { type CheckOutcome, type Counterexample, type Evidence, isUnconfirmed } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { TargetUnavailableError } from '../../targets/http/errors';
import type { Effort } from './effort';
import type { Environment } from './environment';
import type { KnownFaults } from './known-faults';
import type { Lanes } from './lanes';
import type { BoundLaw, Law } from './law';
import { limitsOf } from './limits-of';
import type { OthersAtWork } from './others-at-work';
import { outcomeOf } from './outcome-of';
import { races } from './races';
import { type Found, type Input, type ShrinkBudget, search } from './search';
import { seedOf } from './seed-of';
import { isSkip } from './skips';
import { toolsFor } from './tools';
import { type TrialEnd, trial } from './trial';
import { trialsOf } from './trials-of';

export interface LawContext {
  /** Of the law, unique in the run. */
  readonly check: string;
  readonly lanes: Lanes;
  readonly environment: Environment;
  readonly known: KnownFaults;
  readonly others: OthersAtWork;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly effort: Effort;
  readonly shrinking: ShrinkBudget;
  readonly seed: number;
  /** In place of a search: the one input to which this path leads under this very seed. */
  readonly replay: { readonly seed: number; readonly path: string } | undefined;
  /** Past counterexamples of the law, tried first. */
  readonly corpus: readonly Input[];
  readonly emit: (evidence: Evidence) => void;
}

/** A law that keeps failing in new ways is searched so many times. */
const mostCounterexamples = 3;

/** So many trials in a row may show nothing, before the search for the law ends. */
const mostSkipped = 5;

/** Searches for inputs that break a law. */
export async function conductLaw(law: Law, context: LawContext): Promise<CheckOutcome> {
  const { known, profile, replay, subject } = context;
  if (known.has(law.clause)) return notTested(`${law.clause} has failed by example already`, false);
  const { inputsWithin, ...rest } = law;
  const trials = new Trials({ ...rest, inputs: inputsWithin(limitsOf(profile, subject)) }, context);
  const counterexamples: Counterexample[] = [];
  try {
    for (let round = 0; round < (replay === undefined ? mostCounterexamples : 1); round += 1) {
      const found = await trials.find(round);
      if (found === undefined) break;
      if (found === 'told') continue;
      if (isUnconfirmed(found.counterexample)) known.doubt(found.end.broken, law.clause, context.check);
      else known.add(found.end.broken, law.clause);
      counterexamples.push(found.counterexample);
    }
  } catch (error) {
    if (!(error instanceof TargetUnavailableError) && !isSkip(error)) throw error;
    if (counterexamples.length === 0 && !(isSkip(error) && trials.ran > 0)) {
      return outcomeOf(async () => {
        throw error;
      });
    }
  }
  const sure = counterexamples.find((each) => !isUnconfirmed(each));
  if (sure !== undefined) return { outcome: 'failed', message: messageOf(sure), counterexamples };
  if (trials.ran > 0) return { outcome: 'passed', ...(counterexamples.length > 0 ? { counterexamples } : {}) };
  return trials.skipped ?? notTested('no input could be tried', false);
}

/** The trials of one law, each on whichever lane is free. */
class Trials {
  ran = 0;
  /** How the first trial ended that showed nothing. */
  skipped: CheckOutcome | undefined;
  private skippedInARow = 0;
  private hasLooked = false;

  constructor(
    private readonly law: BoundLaw,
    private readonly context: LawContext,
  ) {}

  async find(round: number): Promise<Found | 'told' | undefined> {
    const { law, context } = this;
    const { effort, replay, corpus, known, shrinking, environment } = context;
    const { versions } = environment;
    const seed = replay?.seed ?? seedOf(context.seed, law.clause, round);
    this.hasLooked = false;
    if (law.race) {
      const tried = (input: Input, isShown: IsShown) => this.make(input, true, false, isShown, round);
      const lookForOthers = () => this.lookForOthers();
      return races({ law, seed, versions, runs: trialsOf(law, effort), tried, lookForOthers });
    }
    const options = {
      law,
      seed,
      versions,
      runs: trialsOf(law, effort),
      path: replay?.path,
      shrinking,
      isTold: ({ broken }: TrialEnd) => broken.length > 0 && known.unknown(broken).length === 0,
      tried: async (input: Input) => (await this.make(input, false, law.alone === true, always, round)).end,
      confirmed: async (input: Input) => {
        await this.lookForOthers();
        return this.make(input, true, true, always, round);
      },
    };
    const isCorpusDue = replay === undefined && round === 0 && corpus.length > 0;
    const past = isCorpusDue ? await search({ ...options, examples: corpus }) : undefined;
    return past ?? search(options);
  }

  /** Once for each counterexample: what another writer does is no fault of the target. */
  private async lookForOthers(): Promise<void> {
    if (this.hasLooked) return;
    this.hasLooked = true;
    const { lanes, others } = this.context;
    await lanes.use('solitary', (lane) => others.lookFor(lane));
  }

  private make(
    [version, input]: Input,
    isFresh: boolean,
    isAlone: boolean,
    isShown: IsShown,
    counterexample: number,
  ): Promise<{ end: TrialEnd; requests: number }> {
    const { check, known, lanes, profile, subject, environment, emit } = this.context;
    return lanes.use(isAlone ? (isFresh ? 'solitary' : 'alone') : 'any', async (lane) => {
      lane.check = check;
      const before = lane.requests;
      const tools = toolsFor(lane, profile, subject, version, environment);
      const server = lane.server ?? tools.notTested('no server was named');
      const act = () => this.law.body({ ...tools, server }, input);
      const end = await trial(lane, version, known, isFresh, isAlone, act);
      const requests = lane.requests - before;
      const isBroken = end.broken.length > 0 || end.message !== undefined;
      emit({ kind: 'trial', check, ...(isBroken && isShown(end, requests) ? { counterexample } : {}) });
      if (end.skipped === undefined) this.ran += 1;
      else this.skipped ??= await outcomeOf(() => Promise.reject(end.skipped));
      this.skippedInARow = end.skipped === undefined ? 0 : this.skippedInARow + 1;
      // The target gives no occasion for this law: to go on would only cost requests.
      if (end.skipped !== undefined && this.skippedInARow >= mostSkipped) throw end.skipped;
      return { end, requests };
    });
  }
}

type IsShown = (end: TrialEnd, requests: number) => boolean;

const always: IsShown = () => true;

function notTested(reason: string, trouble: boolean): CheckOutcome {
  return { outcome: 'not tested', reason, trouble };
}

function messageOf({ input, shown, of }: Counterexample): string {
  return `fails for ${input} (${shown} of ${of} times)`;
}

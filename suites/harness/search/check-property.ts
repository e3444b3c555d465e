import {
  type CheckOutcome,
  type Counterexample,
  type Evidence,
  isUnconfirmed,
} from '../../../contracts/evidence/events';
import type { Subject } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
import { TargetUnavailableError } from '../../../targets/errors';
import type { BoundProperty, Property, PropertyOptions } from '../dsl/check';
import { createTestContext, effectiveLimits } from '../dsl/test-context';
import { isSkip, outcomeOf } from '../run/check-outcome';
import type { Environment } from '../run/environment';
import type { Effort } from '../run/run-plan';
import type { InterferenceDetector } from '../worker/interference';
import type { WorkerPool } from '../worker/worker-pool';
import { type AttemptResult, attempt } from './attempt';
import type { ReportedViolations } from './reported-violations';
import { runRaces } from './run-races';
import { type FoundCounterexample, type Input, type ShrinkBudget, search } from './search';

export interface CheckPropertyOptions {
  readonly workers: WorkerPool;
  readonly environment: Environment;
  readonly reported: ReportedViolations;
  readonly interference: InterferenceDetector;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly effort: Effort;
  readonly shrinking: ShrinkBudget;
  readonly seed: number;
  /** In place of a search: the one input to which this path leads under this very seed. */
  readonly replay: { readonly seed: number; readonly path: string } | undefined;
  /** Past counterexamples, tried first. */
  readonly corpus: readonly Input[];
  readonly emit: (evidence: Evidence) => void;
}

/** Searches for one property, if each finds another failure. */
const maxCounterexamples = 3;

/** Inconclusive attempts in a row, before the search ends. */
const maxSkipped = 5;

/** Searches for inputs that fail a property. */
export async function checkProperty(property: Property, context: CheckPropertyOptions): Promise<CheckOutcome> {
  const { reported, profile, replay, subject } = context;
  if (reported.has(property.clause)) return notTestedOutcome(`${property.clause} has failed by example already`, false);
  const { inputsFor, ...rest } = property;
  const trials = new Attempts({ ...rest, inputs: inputsFor(effectiveLimits(profile, subject)) }, context);
  const counterexamples: Counterexample[] = [];
  try {
    for (let round = 0; round < (replay === undefined ? maxCounterexamples : 1); round += 1) {
      const found = await trials.find(round);
      if (found === undefined) break;
      if (found === 'already reported') continue;
      if (isUnconfirmed(found.counterexample))
        reported.addUnconfirmed(found.end.violations, property.clause, property.id);
      else reported.add(found.end.violations, property.clause);
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
  if (sure !== undefined) return { outcome: 'failed', message: counterexampleMessage(sure), counterexamples };
  if (trials.ran > 0) return { outcome: 'passed', ...(counterexamples.length > 0 ? { counterexamples } : {}) };
  return trials.skipped ?? notTestedOutcome('no input could be tried', false);
}

/** The attempts for one property, each on a free worker. */
class Attempts {
  ran = 0;
  /** The outcome of the first inconclusive attempt. */
  skipped: CheckOutcome | undefined;
  private skippedInARow = 0;
  private hasDetected = false;

  constructor(
    private readonly property: BoundProperty,
    private readonly context: CheckPropertyOptions,
  ) {}

  async find(round: number): Promise<FoundCounterexample | 'already reported' | undefined> {
    const { property, context } = this;
    const { effort, replay, corpus, reported, shrinking, environment } = context;
    const { versions } = environment;
    const seed = replay?.seed ?? deriveSeed(context.seed, property.clause, round);
    this.hasDetected = false;
    if (property.isRace) {
      const tried = (input: Input, isShown: IsShown) => this.make(input, true, false, isShown, round);
      const lookForOthers = () => this.detectInterference();
      return runRaces({ property, seed, versions, runs: attemptsFor(property, effort), attempt: tried, lookForOthers });
    }
    const options = {
      property,
      seed,
      versions,
      runs: attemptsFor(property, effort),
      path: replay?.path,
      shrinking,
      isAlreadyReported: ({ violations }: AttemptResult) =>
        violations.length > 0 && reported.unreported(violations).length === 0,
      attempt: async (input: Input) =>
        (await this.make(input, false, property.isExclusive === true, alwaysShown, round)).end,
      confirm: async (input: Input) => {
        await this.detectInterference();
        return this.make(input, true, true, alwaysShown, round);
      },
    };
    const isCorpusDue = replay === undefined && round === 0 && corpus.length > 0;
    const past = isCorpusDue ? await search({ ...options, examples: corpus }) : undefined;
    return past ?? search(options);
  }

  /** Once for each counterexample: the effect of another writer is no failure of the target. */
  private async detectInterference(): Promise<void> {
    if (this.hasDetected) return;
    this.hasDetected = true;
    const { workers, interference } = this.context;
    await workers.use('exclusive', (worker) => interference.detect(worker));
  }

  private make(
    [version, input]: Input,
    isFresh: boolean,
    isAlone: boolean,
    isShown: IsShown,
    counterexample: number,
  ): Promise<{ end: AttemptResult; requests: number }> {
    const { reported, workers, profile, subject, environment, emit } = this.context;
    const { id: check } = this.property;
    return workers.use(isAlone ? 'exclusive' : 'shared', async (worker) => {
      worker.check = check;
      const before = worker.requests;
      const tools = createTestContext(worker, profile, subject, version, environment);
      const server = worker.server ?? tools.notTested('no server was named');
      const act = () => this.property.body({ ...tools, server }, input);
      const end = await attempt(worker, version, reported, isFresh, isAlone, act);
      const requests = worker.requests - before;
      const isBroken = end.violations.length > 0 || end.message !== undefined;
      emit({ kind: 'trial', check, ...(isBroken && isShown(end, requests) ? { counterexample } : {}) });
      if (end.skipped === undefined) this.ran += 1;
      else this.skipped ??= await outcomeOf(() => Promise.reject(end.skipped));
      this.skippedInARow = end.skipped === undefined ? 0 : this.skippedInARow + 1;
      // The target cannot show this property: more attempts would only cost requests.
      if (end.skipped !== undefined && this.skippedInARow >= maxSkipped) throw end.skipped;
      return { end, requests };
    });
  }
}

type IsShown = (end: AttemptResult, requests: number) => boolean;

const alwaysShown: IsShown = () => true;

function notTestedOutcome(reason: string, trouble: boolean): CheckOutcome {
  return { outcome: 'not tested', reason, trouble };
}

function counterexampleMessage({ input, shown, of }: Counterexample): string {
  return `fails for ${input} (${shown} of ${of} times)`;
}

/** Inputs of a property at an effort, if nothing stops the search before. */
export function attemptsFor(
  { isRace, changesVmState, isLarge }: PropertyOptions,
  { races, runs, stateShare }: Effort,
): number {
  if (isRace) return races;
  return Math.ceil(runs * (changesVmState ? stateShare : isLarge ? 0.1 : 1));
}

/** The seed of one search: another for each clause and each round, so that they do not all draw the same inputs. */
export function deriveSeed(seed: number, clause: string, round: number): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${seed}:${clause}:${round}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 1;
}

import type { Evidence } from '../../contracts/evidence';
import type { Exchange } from '../../contracts/exchange';
import type { Finding } from '../../contracts/oracle/finding';
import { judge } from '../../contracts/oracle/judge';
import { next } from '../../contracts/oracle/next';
import { initialState, type State, type Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import type { Recorded } from '../../targets/wire';
import { medianOf } from './median-of';
import type { SearchPlan } from './search-plan';
import { Traffic } from './traffic';

/** Numbers every exchange, has the oracle judge it, and knows what the oracle knows. */
export class Recorder {
  readonly traffic = new Traffic();
  state: State | undefined;
  private count = 0;
  private races = 0;
  /** What the requests before the first judged one took, in milliseconds. */
  private readonly survey: number[] = [];

  constructor(
    private readonly profile: Profile,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  begin(target: string, subject: Subject, { effort, seed }: SearchPlan): void {
    const latency = medianOf(this.survey);
    this.state = initialState(subject);
    this.emit({ kind: 'run', target, profile: this.profile.name, subject, effort: effort.name, seed, latency });
  }

  /** The number of the next race, unique in the run. */
  nextRace(): number {
    this.races += 1;
    return this.races;
  }

  /** Gives what the oracle finds. `check` is the one that sent the request. */
  record(
    check: string,
    recorded: Recorded,
    part: Pick<Exchange, 'race' | 'aside' | 'meanwhile'> = {},
  ): readonly Finding[] {
    // Before the subject is known there is nothing to judge by, and nothing but reading is done.
    if (this.state === undefined) {
      this.survey.push(recorded.took);
      return [];
    }
    this.count += 1;
    const exchange = { number: this.count, check, ...recorded, ...part };
    const findings = judge(this.state, exchange, this.profile);
    this.state = next(this.state, exchange, this.profile);
    this.emit({ kind: 'exchange', exchange, findings });
    return findings;
  }
}

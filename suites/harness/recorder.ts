import type { Evidence } from '../../contracts/evidence';
import { judge } from '../../contracts/oracle/judge';
import { next } from '../../contracts/oracle/next';
import { initialState, type State, type Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import type { Recorded } from '../../targets/wire';

/** Numbers every exchange, has the oracle judge it, and knows what the oracle knows. */
export class Recorder {
  /** The check whose exchanges these are; `survey` before the first, `put back` after the last. */
  check = 'survey';
  state: State | undefined;
  private count = 0;

  constructor(
    private readonly profile: Profile,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  begin(target: string, subject: Subject): void {
    this.state = initialState(subject);
    this.emit({ kind: 'run', target, profile: this.profile.name, subject });
  }

  record(recorded: Recorded): void {
    // Before the subject is known there is nothing to judge by, and nothing but reading is done.
    if (this.state === undefined) return;
    this.count += 1;
    const exchange = { number: this.count, check: this.check, ...recorded };
    const findings = judge(this.state, exchange, this.profile);
    this.state = next(this.state, exchange, this.profile);
    this.emit({ kind: 'exchange', exchange, findings });
  }
}

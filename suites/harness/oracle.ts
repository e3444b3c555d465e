import type { Exchange } from '../../contracts/http/exchange';
import type { Finding } from '../../contracts/oracle/finding';
import { judge } from '../../contracts/oracle/judge';
import { next } from '../../contracts/oracle/next';
import { initialState, type State, type Subject, withQuota } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profiles/profile';

/** Judges the exchanges of a run in their order, each by what those before it have shown. */
export class Oracle {
  private known: State;

  constructor(
    subject: Subject,
    private readonly profile: Profile,
  ) {
    this.known = initialState(subject);
  }

  get state(): State {
    return this.known;
  }

  setQuota(quota: Subject['quota']): void {
    this.known = withQuota(this.known, quota);
  }

  judge(exchange: Exchange): readonly Finding[] {
    const findings = judge(this.known, exchange, this.profile);
    this.known = next(this.known, exchange, this.profile);
    return findings;
  }
}

import type { Exchange } from '../../contracts/http/exchange';
import type { Finding } from '../../contracts/oracle/finding';
import { judge } from '../../contracts/oracle/judge/judge';
import { initialModel, type Subject, type TargetModel, withQuota } from '../../contracts/oracle/model';
import { nextModel } from '../../contracts/oracle/transition/next-model';
import type { Profile } from '../../contracts/profiles/profile';

/** Judges the exchanges of a run in their order, each by what those before it have shown. */
export class Oracle {
  private known: TargetModel;

  constructor(
    subject: Subject,
    private readonly profile: Profile,
  ) {
    this.known = initialModel(subject);
  }

  get state(): TargetModel {
    return this.known;
  }

  setQuota(quota: Subject['quota']): void {
    this.known = withQuota(this.known, quota);
  }

  judge(exchange: Exchange): readonly Finding[] {
    const findings = judge(this.known, exchange, this.profile);
    this.known = nextModel(this.known, exchange, this.profile);
    return findings;
  }
}

import type { ClauseId } from '../../../contracts/clauses';
import { Attribution } from '../../../contracts/oracle/attribution/attribution';
import { candidateKey, checksThatConfirm, type Finding, type Violated } from '../../../contracts/oracle/finding';
import { bindingOf, type Profile } from '../../../contracts/profiles/profile';

/** The violations that the run has reported so far. The search does not look for them again. */
export class ReportedViolations {
  // `isSatisfied` only breaks ties, which the report does at the end of the run.
  private readonly attribution = new Attribution(() => true);
  /** The checks that found a violation once and not again, by its candidates. */
  private readonly unconfirmed = new Map<string, Set<string>>();

  constructor(private readonly profile: Profile) {}

  /** @param by the clause of the check or property that found them. */
  add(findings: readonly Finding[], by: ClauseId): void {
    this.attribution.add(findings, by);
  }

  /** A violation that a check could not repeat counts once several checks found an equal one. */
  addUnconfirmed(findings: readonly Violated[], by: ClauseId, check: string): void {
    for (const finding of findings) {
      const checks = this.unconfirmed.get(candidateKey(finding)) ?? new Set();
      this.unconfirmed.set(candidateKey(finding), checks.add(check));
      if (checks.size >= checksThatConfirm) this.add([finding], by);
    }
  }

  has(clause: ClauseId): boolean {
    return this.attribution.isForced(clause);
  }

  /** The violations that the reported ones do not explain. */
  unreported(findings: readonly Finding[]): Violated[] {
    return findings.filter(
      (finding): finding is Violated =>
        finding.outcome === 'violated' &&
        finding.candidates.some((clause) => this.binds(clause)) &&
        !this.attribution.isExplained(finding),
    );
  }

  private binds(clause: ClauseId): boolean {
    return bindingOf(clause, this.profile).level !== 'not applicable';
  }
}

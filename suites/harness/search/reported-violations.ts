import type { ClauseId } from '../../../contracts/clauses';
import {
  type CandidateSet,
  candidatesGiven,
  minimalExplanation,
  unsteadyStatuses,
} from '../../../contracts/oracle/attribution/minimal-explanation';
import { candidateKey, checksThatConfirm, type Finding, type Violated } from '../../../contracts/oracle/finding';
import { bindingOf, type Profile } from '../../../contracts/profiles/profile';

/** Violations that are reported already, so that they are not searched for again. */
export class ReportedViolations {
  readonly alone = new Set<ClauseId>();
  readonly unsteady = new Set<number>();
  private readonly groups = new Set<string>();
  /** Checks with a violation that did not show again, by its candidates. */
  private readonly unconfirmed = new Map<string, Set<string>>();
  private readonly suspicions = new Map<string, CandidateSet>();
  private likely: ReadonlySet<ClauseId> = new Set();

  constructor(private readonly profile: Profile) {}

  /** @param by the clause of the check or property that found them. */
  add(findings: readonly Finding[], by: ClauseId): void {
    const broken = findings.filter((finding) => finding.outcome === 'broken');
    for (const status of unsteadyStatuses(broken)) this.unsteady.add(status);
    for (const finding of broken) {
      const suspects = candidatesGiven(finding, this);
      const group = suspects.join();
      if (this.suspicions.has(`${by}:${group}`)) continue;
      this.suspicions.set(`${by}:${group}`, { suspects, by });
      this.groups.add(group);
      if (suspects.length === 1) this.alone.add(suspects[0]);
      // The report breaks ties at the end of the run, by the clauses that were satisfied.
      this.likely = minimalExplanation(this.suspicions.values(), () => true);
    }
  }

  /** A violation that did not show again counts as soon as several checks have found it. */
  addUnconfirmed(findings: readonly Violated[], by: ClauseId, check: string): void {
    for (const finding of findings) {
      const checks = this.unconfirmed.get(candidateKey(finding)) ?? new Set();
      this.unconfirmed.set(candidateKey(finding), checks.add(check));
      if (checks.size >= checksThatConfirm) this.add([finding], by);
    }
  }

  has(clause: ClauseId): boolean {
    return this.alone.has(clause);
  }

  private binds(clause: ClauseId): boolean {
    return bindingOf(clause, this.profile).level !== 'not applicable';
  }

  /** The violations that no reported violation explains. */
  unreported(findings: readonly Finding[]): Violated[] {
    return findings.filter((finding): finding is Violated => {
      if (finding.outcome !== 'broken' || !finding.suspects.some((clause) => this.binds(clause))) return false;
      if (finding.refused !== undefined && this.unsteady.has(finding.refused)) return false;
      if (finding.explainedBy?.some((clause) => this.alone.has(clause))) return false;
      if (this.groups.has(finding.suspects.join())) return false;
      // One likely candidate of several explains it. A single candidate must have been single before.
      const explaining = finding.suspects.length > 1 ? this.likely : this.alone;
      return !finding.suspects.some((clause) => explaining.has(clause));
    });
  }
}

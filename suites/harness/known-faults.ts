import { bindingOf } from '../../contracts/binding';
import type { ClauseId } from '../../contracts/clauses';
import type { Broken, Finding } from '../../contracts/oracle/finding';
import { likelyFaults } from '../../contracts/oracle/likely-faults';
import type { Profile } from '../../contracts/profile';

/** What is known to be broken already, so that it is not searched for again. */
export class KnownFaults {
  private readonly alone = new Set<ClauseId>();
  private readonly groups = new Map<string, readonly ClauseId[]>();
  private likely: ReadonlySet<ClauseId> = new Set();

  constructor(private readonly profile: Profile) {}

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.outcome !== 'broken') continue;
      const group = finding.suspects.join();
      if (this.groups.has(group)) continue;
      this.groups.set(group, finding.suspects);
      if (finding.suspects.length === 1) this.alone.add(finding.suspects[0]);
      // Whether a clause was kept too only settles a tie, which the report does when the run is over.
      this.likely = likelyFaults(this.groups.values(), () => true);
    }
  }

  has(clause: ClauseId): boolean {
    return this.alone.has(clause);
  }

  private binds(clause: ClauseId): boolean {
    return bindingOf(clause, this.profile).level !== 'not applicable';
  }

  /** The faults among the findings that nothing known explains. */
  unknown(findings: readonly Finding[]): Broken[] {
    return findings.filter((finding): finding is Broken => {
      if (finding.outcome !== 'broken' || !finding.suspects.some((clause) => this.binds(clause))) return false;
      if (this.groups.has(finding.suspects.join())) return false;
      // Of several suspects a likely one will do; what stands alone is news, unless it stood alone before.
      const explaining = finding.suspects.length > 1 ? this.likely : this.alone;
      return !finding.suspects.some((clause) => explaining.has(clause));
    });
  }
}

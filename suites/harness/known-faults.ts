import { bindingOf } from '../../contracts/binding';
import type { ClauseId } from '../../contracts/clauses';
import type { Broken, Finding } from '../../contracts/oracle/finding';
import type { Profile } from '../../contracts/profile';

/** What is known to be broken already, so that it is not searched for again. */
export class KnownFaults {
  private readonly alone = new Set<ClauseId>();
  private readonly groups = new Set<string>();

  constructor(private readonly profile: Profile) {}

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.outcome !== 'broken') continue;
      this.groups.add(finding.suspects.join());
      if (finding.suspects.length === 1) this.alone.add(finding.suspects[0]);
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
      return !this.groups.has(finding.suspects.join()) && !finding.suspects.some((clause) => this.alone.has(clause));
    });
  }
}

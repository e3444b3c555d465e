import type { Need, UnmetNeed } from '../../../contracts/capabilities';
import type { Version } from '../../../contracts/metadata';
import { NeedNotMet } from './check-outcome';

/** The capabilities of a target, as the preflight and the checks have found them. */
export class Environment {
  private readonly reasons = new Map<Need, string>();
  private readonly offered = new Set<Need>();
  /** The preflight has seen that pairs stay which a replace should have removed. */
  isMerging = false;

  /** @param readable the versions under which the metadata can be read. */
  constructor(
    private readonly readable: readonly Version[],
    missing: readonly UnmetNeed[] = [],
  ) {
    for (const { need, reason } of missing) this.markMissing(need, reason);
  }

  /** The versions under which the checks run. */
  get versions(): readonly Version[] {
    const served = this.readable.filter((version) => !this.reasons.has(version));
    return served.length > 0 ? served : this.readable;
  }

  get missing(): UnmetNeed[] {
    return [...this.reasons].map(([need, reason]) => ({ need, reason }));
  }

  /** A need that is not met stays so, with the first reason. */
  markMissing(need: Need, reason: string): void {
    if (!this.reasons.has(need)) this.reasons.set(need, reason);
  }

  /** The target has met this need at least once. */
  markOffered(need: Need): void {
    this.offered.add(need);
  }

  wasOffered(need: Need): boolean {
    return this.offered.has(need);
  }

  /** Forgets all missing needs but these. */
  resetMissing(missing: readonly UnmetNeed[]): void {
    this.reasons.clear();
    for (const { need, reason } of missing) this.markMissing(need, reason);
  }

  missingReason(need: Need): string | undefined {
    const [capability] = need.split('/') as [Need];
    return this.reasons.get(need) ?? this.reasons.get(capability);
  }

  /** @throws {NeedNotMet} if the target does not offer it. */
  require(need: Need): void {
    const reason = this.missingReason(need);
    if (reason !== undefined) throw new NeedNotMet(need, reason);
  }

  /** The first of these needs that is not met. */
  firstUnmet(needs: readonly Need[]): UnmetNeed | undefined {
    for (const need of needs) {
      const reason = this.missingReason(need);
      if (reason !== undefined) return { need, reason };
    }
    return undefined;
  }

  /** The same version if it is served, else the one that is. */
  servedVersion(version: Version): Version {
    return this.versions.includes(version) ? version : (this.versions[0] ?? version);
  }
}

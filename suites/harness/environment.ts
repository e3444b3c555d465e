import type { Need, UnmetNeed } from '../../contracts/capabilities';
import type { Version } from '../../contracts/metadata';
import { NeedNotMet } from './skips';

/** What a target offers, as the preflight has found it out, and as checks have met it since. */
export class Environment {
  private readonly notMet = new Map<Need, string>();

  /** @param shown the versions under which the metadata can be read. */
  constructor(
    private readonly shown: readonly Version[],
    missing: readonly UnmetNeed[] = [],
  ) {
    for (const { need, reason } of missing) this.lacks(need, reason);
  }

  /** Those under which the checks run. */
  get versions(): readonly Version[] {
    const served = this.shown.filter((version) => !this.notMet.has(version));
    return served.length > 0 ? served : this.shown;
  }

  get missing(): UnmetNeed[] {
    return [...this.notMet].map(([need, reason]) => ({ need, reason }));
  }

  /** A need that is not met is met no later: the first reason stays. */
  lacks(need: Need, reason: string): void {
    if (!this.notMet.has(need)) this.notMet.set(need, reason);
  }

  /** Nothing else is known to be missing any more. */
  backTo(missing: readonly UnmetNeed[]): void {
    this.notMet.clear();
    for (const { need, reason } of missing) this.lacks(need, reason);
  }

  reasonAgainst(need: Need): string | undefined {
    const [capability] = need.split('/') as [Need];
    return this.notMet.get(need) ?? this.notMet.get(capability);
  }

  /** @throws {NeedNotMet} where the target lacks it. */
  require(need: Need): void {
    const reason = this.reasonAgainst(need);
    if (reason !== undefined) throw new NeedNotMet(need, reason);
  }

  /** The first of these needs that is not met. */
  unmet(needs: readonly Need[]): UnmetNeed | undefined {
    for (const need of needs) {
      const reason = this.reasonAgainst(need);
      if (reason !== undefined) return { need, reason };
    }
    return undefined;
  }

  /** The same version where it is served, else the one that is. */
  served(version: Version): Version {
    return this.versions.includes(version) ? version : (this.versions[0] ?? version);
  }
}

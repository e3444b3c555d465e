import type { ClauseId } from '../../contracts/clauses';
import type { Evidence } from '../../contracts/evidence/events';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';

/**
 * Watches for the readings of open clauses that kill a mutant without a violation: one that the profile does not settle,
 * or a second one.
 */
export class WrongReadings {
  /** The exchange that showed the first of them. */
  first: number | undefined;
  /** The names of the checks that showed them. */
  readonly checks = new Set<string>();
  private readonly seen = new Map<ClauseId, string>();

  constructor(
    private readonly killedBy: readonly ClauseId[],
    private readonly profile: Profile,
  ) {}

  add(evidence: Evidence): void {
    if (evidence.kind !== 'exchange') return;
    const { exchange, findings } = evidence;
    for (const found of findings) {
      if (found.outcome !== 'reading' || !this.killedBy.includes(found.clause)) continue;
      const right = bindingOf(found.clause, this.profile).settled ?? this.seen.get(found.clause) ?? found.reading;
      this.seen.set(found.clause, right);
      if (found.reading === right) continue;
      this.first ??= exchange.number;
      this.checks.add(exchange.check);
    }
  }
}

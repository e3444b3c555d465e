import type { ClauseId } from '../../clauses';
import type { Finding, Violated } from '../finding';
import { type CandidateSet, candidatesOf, type FoundViolation, type RunFacts, runFacts } from './candidate-sets';
import { forcedClauses, minimalExplanation } from './minimal-explanation';

interface Explanation {
  readonly facts: RunFacts;
  readonly forced: ReadonlySet<ClauseId>;
  readonly chosen: ReadonlySet<ClauseId>;
}

/** Decides which clause each violation of a run is attributed to, given all of them. */
export class Attribution {
  /** Equal violations that checks of the same clause found count once. */
  private readonly found = new Map<string, FoundViolation>();
  private explanation: Explanation | undefined;

  /** @param isSatisfied returns true if the run showed the clause to be satisfied at least once. */
  constructor(private readonly isSatisfied: (clause: ClauseId) => boolean) {}

  /** @param by the clause of the check that made the findings. */
  add(findings: readonly Finding[], by: ClauseId): void {
    for (const finding of findings) {
      if (finding.outcome !== 'violated') continue;
      const { candidates, refused, explainedBy, isUnsteady } = finding;
      const key = JSON.stringify([by, candidates, refused, explainedBy, isUnsteady]);
      if (this.found.has(key)) continue;
      this.found.set(key, { finding, by });
      this.explanation = undefined;
    }
  }

  /** The clauses that explain all violations. */
  explain(): ReadonlySet<ClauseId> {
    return this.current().chosen;
  }

  /** True if a violation has this clause as its only candidate. */
  isForced(clause: ClauseId): boolean {
    return this.current().forced.has(clause);
  }

  /** The clause that a violation is attributed to. */
  clauseOf(finding: Violated): ClauseId {
    const { facts, chosen } = this.current();
    const candidates = candidatesOf(finding, facts);
    return [...chosen].find((clause) => candidates.includes(clause)) ?? candidates[0];
  }

  /** True if the violations added so far explain this one. A single candidate must be forced: chosen is a guess. */
  isExplained(finding: Violated): boolean {
    const { facts, forced, chosen } = this.current();
    const candidates = candidatesOf(finding, facts);
    const explaining = candidates.length > 1 ? chosen : forced;
    return candidates.some((clause) => explaining.has(clause));
  }

  private current(): Explanation {
    this.explanation ??= this.compute();
    return this.explanation;
  }

  private compute(): Explanation {
    const found = [...this.found.values()];
    const facts = runFacts(found.map(({ finding }) => finding));
    const sets = found.map(({ finding, by }): CandidateSet => ({ candidates: candidatesOf(finding, facts), by }));
    return { facts, forced: forcedClauses(sets), chosen: minimalExplanation(sets, this.isSatisfied) };
  }
}

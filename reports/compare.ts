import type { Result } from './result';
import type { ClauseResult, Verdict } from './verdict';

/** A clause in two results; undefined where a result does not speak of it. */
export interface Difference {
  readonly clause: string;
  readonly sentence: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A capability in two results: `offered`, `missing`, or `missing, waived`. */
export interface CapabilityDifference {
  readonly capability: string;
  readonly before: string;
  readonly after: string;
}

export interface Comparison {
  readonly worse: readonly Difference[];
  readonly better: readonly Difference[];
  /** As good as before, by another reading of what is left open. */
  readonly otherwise: readonly Difference[];
  readonly appeared: readonly Difference[];
  readonly vanished: readonly Difference[];
  readonly capabilities: readonly CapabilityDifference[];
}

/** How good a verdict is. What was not tested may be broken: it is worse than passed, and better than failed. */
const rank: Readonly<Record<Exclude<Verdict, 'not applicable'>, number>> = {
  failed: 0,
  'not tested': 1,
  open: 2,
  passed: 2,
};

/** What has changed from one result to another, clause by clause. */
export function compare(before: Result, after: Result): Comparison {
  const [old, now] = [spoken(before), spoken(after)];
  const pairs = [...new Set([...old.keys(), ...now.keys()])].map((id) => ({ was: old.get(id), is: now.get(id) }));
  const having = (isOf: (change: number, was: ClauseResult, is: ClauseResult) => boolean) =>
    pairs.flatMap(({ was, is }) =>
      was !== undefined && is !== undefined && isOf(rankOf(is) - rankOf(was), was, is) ? [difference(was, is)] : [],
    );
  return {
    worse: having((change) => change < 0),
    better: having((change) => change > 0),
    otherwise: having((change, was, is) => change === 0 && shown(was) !== shown(is)),
    appeared: pairs.flatMap(({ was, is }) => (was === undefined && is !== undefined ? [difference(was, is)] : [])),
    vanished: pairs.flatMap(({ was, is }) => (was !== undefined && is === undefined ? [difference(was, is)] : [])),
    capabilities: capabilityDifferences(before, after),
  };
}

/** What a target, or its user, offers now and did not before, or the other way round. */
function capabilityDifferences(before: Result, after: Result): CapabilityDifference[] {
  const names = new Set([...before.missing, ...after.missing].map(({ capability }) => capability));
  return [...names]
    .map((capability) => ({
      capability,
      before: offerOf(capability, before),
      after: offerOf(capability, after),
    }))
    .filter((each) => each.before !== each.after);
}

function offerOf(name: string, { missing }: Result): string {
  const found = missing.find(({ capability }) => capability === name);
  if (found === undefined) return 'offered';
  return found.waived ? 'missing, waived' : 'missing';
}

/** What a profile does not speak of is as good as absent. */
function spoken({ clauses }: Result): Map<string, ClauseResult> {
  return new Map(clauses.flatMap((each) => (each.verdict === 'not applicable' ? [] : [[each.clause, each]])));
}

function rankOf({ verdict }: ClauseResult): number {
  return verdict === 'not applicable' ? 0 : rank[verdict];
}

function difference(was: ClauseResult | undefined, is: ClauseResult | undefined): Difference {
  const { clause, sentence } = (is ?? was) as ClauseResult;
  return { clause, sentence, before: was && shown(was), after: is && shown(is) };
}

function shown({ verdict, reading }: ClauseResult): string {
  return verdict === 'open' && reading !== undefined ? `open: ${reading}` : verdict;
}

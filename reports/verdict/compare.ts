import { escapeInvisible } from '../../contracts/text/escape-invisible';
import type { ClauseResult, Result, Verdict } from '../result/result';

/** A clause in two results; undefined where a result does not have it. */
interface Difference {
  readonly clause: string;
  readonly sentence: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A capability in two results: `offered`, `missing`, or `missing, waived`. */
interface CapabilityDifference {
  readonly capability: string;
  readonly before: string;
  readonly after: string;
}

interface Comparison {
  readonly worse: readonly Difference[];
  readonly better: readonly Difference[];
  /** Clauses with an equally good verdict, but another reading. */
  readonly changed: readonly Difference[];
  readonly appeared: readonly Difference[];
  readonly vanished: readonly Difference[];
  readonly capabilities: readonly CapabilityDifference[];
}

/** The order of verdicts. A clause that was not tested may be violated: it is worse than passed, better than failed. */
const verdictRank: Readonly<Record<Exclude<Verdict, 'not applicable'>, number>> = {
  failed: 0,
  'not tested': 1,
  open: 2,
  passed: 2,
};

/** Compares two results, clause by clause. */
export function compare(before: Result, after: Result): Comparison {
  const [old, now] = [applicableClauses(before), applicableClauses(after)];
  const pairs = [...new Set([...old.keys(), ...now.keys()])].map((id) => ({ was: old.get(id), is: now.get(id) }));
  const having = (isOf: (change: number, was: ClauseResult, is: ClauseResult) => boolean) =>
    pairs.flatMap(({ was, is }) =>
      was !== undefined && is !== undefined && isOf(rankOfClause(is) - rankOfClause(was), was, is)
        ? [difference(was, is)]
        : [],
    );
  return {
    worse: having((change) => change < 0),
    better: having((change) => change > 0),
    changed: having((change, was, is) => change === 0 && verdictWithReading(was) !== verdictWithReading(is)),
    appeared: pairs.flatMap(({ was, is }) => (was === undefined && is !== undefined ? [difference(was, is)] : [])),
    vanished: pairs.flatMap(({ was, is }) => (was !== undefined && is === undefined ? [difference(was, is)] : [])),
    capabilities: capabilityDifferences(before, after),
  };
}

/** Capabilities that are offered, missing or waived in one result alone. */
function capabilityDifferences(before: Result, after: Result): CapabilityDifference[] {
  const names = new Set([...before.missing, ...after.missing].map(({ capability }) => capability));
  return [...names]
    .map((capability) => ({
      capability,
      before: offerState(capability, before),
      after: offerState(capability, after),
    }))
    .filter((each) => each.before !== each.after);
}

function offerState(name: string, { missing }: Result): string {
  const found = missing.find(({ capability }) => capability === name);
  if (found === undefined) return 'offered';
  return found.waived ? 'missing, waived' : 'missing';
}

/** A clause that is not applicable counts as absent. */
function applicableClauses({ clauses }: Result): Map<string, ClauseResult> {
  return new Map(clauses.flatMap((each) => (each.verdict === 'not applicable' ? [] : [[each.clause, each]])));
}

function rankOfClause({ verdict }: ClauseResult): number {
  return verdict === 'not applicable' ? 0 : verdictRank[verdict];
}

function difference(was: ClauseResult | undefined, is: ClauseResult | undefined): Difference {
  const { clause, sentence } = (is ?? was) as ClauseResult;
  return { clause, sentence, before: was && verdictWithReading(was), after: is && verdictWithReading(is) };
}

function verdictWithReading({ verdict, reading }: ClauseResult): string {
  return verdict === 'open' && reading !== undefined ? `open: ${reading}` : verdict;
}

/** The comparison as lines for the console. */
export function describeComparison(before: Result, after: Result, comparison: Comparison): string[] {
  const { capabilities, ...ofClauses } = comparison;
  const groups = Object.entries(ofClauses) as [keyof typeof ofClauses, readonly Difference[]][];
  const lines = groups.flatMap(([group, differences]) => differences.map((each) => differenceLine(group, each)));
  const counts = groups.map(([group, { length }]) => `${length} ${group}`).join(', ');
  const offers = capabilities.map(offerLine);
  return [runLine('before', before), runLine('after ', after), ...offers, ...lines, counts];
}

function offerLine({ capability, before, after }: CapabilityDifference): string {
  return `offers    ${escapeInvisible(capability).padEnd(14)} ${before} → ${after}`;
}

function differenceLine(group: string, { clause, sentence, before, after }: Difference): string {
  return `${group.padEnd(9)} ${clause.padEnd(14)} ${before ?? '(absent)'} → ${after ?? '(absent)'}  ${sentence}`;
}

function runLine(when: string, { run, verdict }: Result): string {
  const waived = run.waived.length > 0 ? `, waived ${run.waived.join(',')}` : '';
  return `${when}    ${run.target}, profile ${run.profile}, ${run.effort} effort, ${run.began}${waived}: ${verdict}`;
}

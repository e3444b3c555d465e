import type { CapabilityName } from '../../contracts/capabilities';
import { type ClauseId, familyOf } from '../../contracts/clauses';
import type { ClauseResult, MissingCapability, Result } from '../result/result';

/** Clauses that the user accepts as not tested, and capabilities as missing. */
export interface Waivers {
  readonly clauses: ReadonlySet<ClauseId>;
  readonly capabilities: ReadonlySet<CapabilityName>;
}

export const noWaivers: Waivers = { clauses: new Set(), capabilities: new Set() };

type ResultWithWaivers = Pick<Result, 'clauses' | 'missing'> & {
  readonly run: Pick<Result['run'], 'waived' | 'shard'>;
};

/**
 * The parts of a result that rest on waivers: missing capabilities, clauses that were not tested, and clauses that the
 * user waived by name and of which some checks were not run.
 */
export function waivedItems({ clauses, missing, run }: ResultWithWaivers): (ClauseResult | MissingCapability)[] {
  const isNamed = (one: ClauseResult) => run.waived.some((word) => isWaivedBy(word, one));
  return [
    ...clauses.filter((one) => one.waived || (one.checks.notRun > 0 && isNamed(one))),
    ...missing.filter(({ waived }) => waived),
  ];
}

/**
 * The names in `--waive` without effect. The user should remove them: they would hide a later loss of a capability. In a
 * shard there are none: the name may have an effect in another one.
 */
export function unusedWaivers(result: ResultWithWaivers): string[] {
  if (result.run.shard !== undefined) return [];
  const all = waivedItems(result);
  return result.run.waived.filter((word) => !all.some((one) => isWaivedBy(word, one)));
}

function isWaivedBy(word: string, one: ClauseResult | MissingCapability): boolean {
  if ('capability' in one) return one.capability === word;
  return [one.clause, familyOf(one.clause)].some((name) => name === word.toUpperCase());
}

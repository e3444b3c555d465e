import { familyOf } from '../contracts/clauses';
import type { Result } from './result';
import type { ClauseResult, MissingCapability } from './verdict';

type Waived = Pick<Result, 'clauses' | 'missing'> & { readonly run: Pick<Result['run'], 'waived'> };

/**
 * What of a result rests on waivers: capabilities that are missing, clauses that were not tested, and clauses of which
 * some checks could not run and that the user waived by name.
 */
export function waivedIn({ clauses, missing, run }: Waived): (ClauseResult | MissingCapability)[] {
  const isNamed = (one: ClauseResult) => run.waived.some((word) => isOf(word, one));
  return [
    ...clauses.filter((one) => one.waived || (one.checks.notRun > 0 && isNamed(one))),
    ...missing.filter(({ waived }) => waived),
  ];
}

/** The words of `--waive` that nothing rests on: left there, they would hide what is lost later. */
export function idleWaivers(result: Waived): string[] {
  const all = waivedIn(result);
  return result.run.waived.filter((word) => !all.some((one) => isOf(word, one)));
}

function isOf(word: string, one: ClauseResult | MissingCapability): boolean {
  if ('capability' in one) return one.capability === word;
  return [one.clause, familyOf(one.clause)].some((name) => name === word.toUpperCase());
}

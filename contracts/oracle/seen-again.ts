import type { Broken } from './finding';

/** A fault that shows once and not again counts once so many checks have come upon the like: the target is unsteady. */
export const unsteadyChecks = 3;

/** Whether two findings may be of one fault. */
export function mayBeSame(one: Broken, other: Broken): boolean {
  return one.suspects.some((clause) => other.suspects.includes(clause));
}

/** Whether a finding of one pass of a check shows in another pass as well. */
export function isSeenAgain(finding: Broken, otherPasses: readonly (readonly Broken[])[]): boolean {
  return otherPasses.some((findings) => findings.some((other) => mayBeSame(finding, other)));
}

/** Of findings that are the like. */
export function groupOf({ suspects }: Broken): string {
  return suspects.join();
}

import type { ClauseResult } from './verdict';

/** How many of a clause's checks a verdict rests on (`2 of 15 checks`), where that is not all of them. */
export function partly({ verdict, checks: { run, notTested, notRun } }: ClauseResult): string | undefined {
  if ((verdict !== 'passed' && verdict !== 'open') || notTested + notRun === 0) return undefined;
  return `${run} of ${run + notTested + notRun} checks`;
}

import type { ClauseResult, RunVerdict } from './verdict';

/** The verdict of a run by those of its clauses. */
export function runVerdict(results: readonly ClauseResult[], isTroubled: boolean, strict: boolean): RunVerdict {
  const binds = ({ level }: ClauseResult) => level !== 'SHOULD' || strict;
  if (results.some((result) => result.verdict === 'failed' && binds(result))) return 'not conformant';
  const untested = results.some(
    (result) => result.verdict === 'not tested' && result.level !== 'open' && binds(result) && !result.waived,
  );
  return untested || isTroubled ? 'incomplete' : 'conformant';
}

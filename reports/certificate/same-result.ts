import { isDeepStrictEqual } from 'node:util';
import type { Edition } from '../../contracts/editions';
import type { Result } from '../result';
import type { ClauseResult, Summary } from '../verdict';

/**
 * Whether evidence that is judged again gives the result that was signed: to the letter, or else (`exact` false) the
 * same verdicts. Clauses that are younger than the edition bind nobody: an older suite has not reported them.
 */
export function sameResult(signed: Result, again: Summary, edition: Edition, exact: boolean): boolean {
  const known = new Set<string>(edition.clauses.map(({ clause }) => clause));
  const compared = ({ verdict, exitCode, clauses, missing, checks, exchanges, troubles, defects }: Summary) => {
    const required = clauses.filter(({ clause }) => known.has(clause));
    const certified = { verdict, exitCode, checks, exchanges, clauses: required.map(essence) };
    return exact ? { ...certified, clauses: required, missing, troubles, defects } : certified;
  };
  // Members that are undefined are not in a file.
  return isDeepStrictEqual(compared(signed), JSON.parse(JSON.stringify(compared(again))));
}

/** What is certified of a clause. */
function essence({ clause, level, verdict, reading, waived }: ClauseResult): Partial<ClauseResult> {
  return { clause, level, verdict, waived, ...(reading === undefined ? {} : { reading }) };
}

import type { Result } from './result';
import type { ClauseResult } from './verdict';

/** Whether a clause by itself fails its run: a failed SHOULD does under `--strict` alone. */
export function isRed({ verdict, level }: ClauseResult, { run }: Pick<Result, 'run'>): boolean {
  return verdict === 'failed' && (level !== 'SHOULD' || run.strict);
}

import type { CheckHead } from './check';
import { checksOf, declaredSuites } from './declared-suites';
import type { Law } from './law';

/** What the suites would examine. A check that runs under both versions is named once. */
export interface DeclaredChecks {
  readonly checks: readonly Pick<CheckHead, 'clause' | 'title'>[];
  readonly laws: readonly Law[];
}

export function declaredChecks(): DeclaredChecks {
  const suites = declaredSuites();
  const checks = new Map<string, Pick<CheckHead, 'clause' | 'title'>>();
  for (const { clause, title } of suites.flatMap(checksOf)) {
    checks.set(`${clause} ${title}`, { clause, title });
  }
  return { checks: [...checks.values()], laws: suites.flatMap(({ laws }) => laws) };
}

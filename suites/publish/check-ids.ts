import { checksOf, loadSuites } from '../harness/dsl/check';

/** `suites/check-ids.json`: every id that a check has had. */
export interface CheckIds {
  readonly declared: readonly string[];
  /** Of checks that were removed. None is used again. */
  readonly retired: readonly string[];
}

/** The ids of all checks and properties, sorted, each as often as it is declared. */
export function declaredIds(): string[] {
  return loadSuites()
    .flatMap((suite) => [...new Set(checksOf(suite).map(({ id }) => id)), ...suite.properties.map(({ id }) => id)])
    .sort();
}

/** The file with the ids of new checks. The id of a check that is gone is moved to `retired` by hand. */
export function withNewIds({ declared, retired }: CheckIds): string {
  const all = [...new Set([...declared, ...declaredIds()])].sort();
  return `${JSON.stringify({ declared: all, retired }, null, 2)}\n`;
}

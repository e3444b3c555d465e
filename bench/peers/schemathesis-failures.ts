/** The part of a JSON report of Schemathesis that tells what came of a run. */
export interface SchemathesisReport {
  readonly complete: boolean;
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

/**
 * The failures of a report, one for each check and operation.
 *
 * @throws where the run was not whole.
 */
export function schemathesisFailures({ complete, failures, errors }: SchemathesisReport): string[] {
  if (!complete || errors.length > 0) throw new Error(`not whole: ${JSON.stringify(errors)}`);
  return failures.flatMap(({ title, operations }) => operations.map((operation) => `${operation}: ${title}`)).sort();
}

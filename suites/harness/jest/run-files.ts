import type { SerializableError, Test } from '@jest/test-result';
import type { CheckEnded } from '../../../contracts/evidence/events';
import { checksOf, loadSuites, type Suite, suiteName } from '../dsl/check';
import { runSuite } from '../session/run-suite';
import type { Session } from '../session/session';
import { inOrder } from '../session/suite-order';
import { type DescribeCheck, type NamedStatus, testName } from './test-results';

/** A file that Jest has found, and the suite that it declares. */
export interface SuiteFile {
  readonly test: Test;
  readonly suite: Suite;
}

/** The checks of a file, all of them decided. */
export interface FileReport {
  readonly test: Test;
  /** By Date.now, in milliseconds. */
  readonly began: number;
  readonly statuses: readonly NamedStatus[];
}

export interface RunFilesOptions {
  readonly session: Session;
  readonly describe: DescribeCheck;
  readonly onStart: (test: Test) => Promise<void>;
  readonly onReport: (report: FileReport) => Promise<void>;
  readonly onFailure: (test: Test, error: SerializableError) => Promise<void>;
}

/**
 * The files in the order of a run.
 *
 * @throws for a file that declares no suite.
 */
export function suiteFiles(tests: readonly Test[]): SuiteFile[] {
  const byName = new Map(tests.map((test) => [suiteName(test.path), test]));
  const files = inOrder(loadSuites().filter(({ name }) => byName.has(name))).map((suite) => ({
    suite,
    test: byName.get(suite.name) as Test,
  }));
  const missing = [...byName.keys()].find((name) => !files.some(({ suite }) => suite.name === name));
  if (missing !== undefined) throw new Error(`the suite ${missing} declares nothing`);
  return files;
}

/**
 * Runs the suites of these files, one after the other, in one session. Reports a file when its checks are decided: one
 * with slow checks at the end, when those that failed are confirmed.
 */
export async function runFiles(files: readonly SuiteFile[], options: RunFilesOptions): Promise<void> {
  const { session, describe, onStart, onReport, onFailure } = options;
  const held: (() => Promise<void>)[] = [];
  await session.runLeading(files.map(({ suite }) => suite));
  for (const { test, suite } of files) {
    await onStart(test);
    const began = Date.now();
    try {
      await runSuite(session, suite);
    } catch (error) {
      const { message, stack } = error as Error;
      await onFailure(test, { message, stack });
      continue;
    }
    const report = () => {
      const ended = session.endedOf(suite.name);
      const statuses = ended.map((each) => ({ name: testName(each), ...describe(each) }));
      return onReport({ test, began, statuses: [...statuses, ...leftOut(suite, ended)] });
    };
    if (suite.slowChecks.length > 0) held.push(report);
    else await report();
  }
  await session.finish();
  for (const report of held) await report();
}

/** Jest shows a check that `-t`, `--clause` or `--replay` leaves out as pending. It takes no file without a test. */
function leftOut(suite: Suite, ended: readonly CheckEnded[]): NamedStatus[] {
  const ids = new Set(ended.map(({ id }) => id));
  return skippedTests([...checksOf(suite), ...suite.properties].filter(({ id }) => !ids.has(id)));
}

/** Each check once, whatever its versions are. */
export function skippedTests(
  checks: readonly { readonly id: Suite['properties'][number]['id']; readonly title: string }[],
): NamedStatus[] {
  const names = new Set(checks.map(({ id, title }) => testName({ id, title })));
  return [...names].map((name) => ({ name, status: 'pending' }));
}

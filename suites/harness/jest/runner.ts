import type { Test } from '@jest/test-result';
import {
  CallbackTestRunner,
  type OnTestFailure,
  type OnTestStart,
  type OnTestSuccess,
  type TestWatcher,
} from 'jest-runner';
import { sessionOf } from './current-session';
import { type FileReport, runFiles, suiteFiles } from './run-files';
import { describeOutcome, toTestResult } from './test-results';

/**
 * Runs the suites of a command for Jest, in the session of the run that calls Jest: connections stay open, and the oracle
 * keeps its model.
 *
 * The outcome of a check is evidence, so no suite needs the sandbox and the globals of a Jest test environment.
 */
export default class Runner extends CallbackTestRunner {
  override readonly isSerial = true;

  async runTests(
    tests: Test[],
    _watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
  ): Promise<void> {
    const session = sessionOf(tests[0]?.context.config.globals.session);
    const onReport = ({ test, began, statuses }: FileReport) =>
      onResult(test, toTestResult(test.path, began, statuses));
    await runFiles(suiteFiles(tests), { session, describe: describeOutcome, onStart, onReport, onFailure });
  }
}

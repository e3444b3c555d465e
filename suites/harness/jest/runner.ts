import { createEmptyTestResult, type Test, type TestResult } from '@jest/test-result';
import {
  CallbackTestRunner,
  type OnTestFailure,
  type OnTestStart,
  type OnTestSuccess,
  type TestWatcher,
} from 'jest-runner';
import { loadSuites, type Property, type Suite, suiteName } from '../dsl/check';
import type { CheckInfo } from '../dsl/check-info';
import { runSuite } from '../session/run-suite';
import { currentSession } from './current-session';

/**
 * Runs the suites for Jest, one after the other. All suites share one session: connections stay open, and the oracle
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
    for (const test of tests) {
      await onStart(test);
      try {
        await onResult(test, resultOf(test.path, await runSuite(currentSession(), suiteOf(test.path))));
      } catch (error) {
        const { message, stack } = error as Error;
        await onFailure(test, { message, stack });
      }
    }
  }
}

function suiteOf(path: string): Suite {
  const name = suiteName(path);
  const suite = loadSuites().find((declared) => declared.name === name);
  if (suite === undefined) throw new Error(`the suite ${name} declares nothing`);
  return suite;
}

function resultOf(testFilePath: string, ran: readonly (CheckInfo | Property)[]): TestResult {
  const testResults = ran.map(({ title }) => ({
    ancestorTitles: [],
    failureDetails: [],
    failureMessages: [],
    fullName: title,
    numPassingAsserts: 0,
    status: 'passed' as const,
    title,
  }));
  return { ...createEmptyTestResult(), testFilePath, numPassingTests: ran.length, testResults };
}

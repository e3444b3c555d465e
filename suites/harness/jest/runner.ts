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
 * Runs the suites for Jest, one after the other: the checks of each in turn, then its laws beside each other, each on a
 * server of its own where the user named several. Patient checks go on beside whatever leaves their server alone.
 *
 * How a check ends is evidence, so nothing is needed of the world that Jest would build anew for each suite, nor of its
 * following every promise. The examination is shared by all suites: connections stay open, and the oracle's knowledge
 * goes on.
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

import { extname, resolve } from 'node:path';
import type { Test } from '@jest/test-result';
import { createTranspilingRequire } from '@jest/transform';
import {
  CallbackTestRunner,
  type OnTestFailure,
  type OnTestStart,
  type OnTestSuccess,
  type TestWatcher,
} from 'jest-runner';

/** The folder of the suite: of its sources, or of its compiled files. */
const root = resolve(__dirname, '../..');

/**
 * The runner of the Jest project `conformance`: runs the suites against the target of the settings. Everything behind it
 * is loaded anew for each run, through the transformer of the project: `--watch` must see changed suites.
 */
export default class ConformanceRunner extends CallbackTestRunner {
  override readonly isSerial = true;

  async runTests(
    tests: Test[],
    watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
  ): Promise<void> {
    const [first] = tests;
    if (first === undefined) return;
    forgetModules();
    const load = await createTranspilingRequire(first.context.config);
    const { runProject } = await load<typeof import('./run-project')>(
      resolve(__dirname, `run-project${extname(__filename)}`),
    );
    const { testNamePattern, bail } = this._globalConfig;
    await runProject({ tests, watcher, testNamePattern, bail, onStart, onResult, onFailure });
  }
}

function forgetModules(): void {
  for (const file of Object.keys(require.cache)) {
    const isOwn = file.startsWith(root) && !file.slice(root.length).includes('node_modules');
    if (isOwn && file !== __filename) delete require.cache[file];
  }
}

import { resolve } from 'node:path';
import type { Session } from '../session/session';
import { withSession } from './current-session';

const suites = resolve(__dirname, '../..');

/**
 * Runs every `suites/<family>/*.suite.js` in this process, one after the other. The results are evidence; Jest prints
 * nothing.
 *
 * @throws for a suite that does not load, and for a runner that fails.
 */
export async function runSuites(session: Session): Promise<void> {
  const config = {
    rootDir: suites,
    testMatch: ['<rootDir>/*/*.suite.js'],
    runner: resolve(__dirname, 'runner.js'),
    transform: {},
    // The suites may lie in node_modules, where Jest would not look.
    testPathIgnorePatterns: [],
    // Without a process of `find`, which takes longer to start than the suites to be found.
    haste: { retainAllFiles: true, forceNodeFilesystemAPI: true },
    reporters: [],
    watchman: false,
  };
  // Loaded here: the library runs the suites without Jest.
  const { runCLI } = await import('jest');
  const { results } = await withSession(session, (key) => {
    const configWithKey = JSON.stringify({ ...config, globals: { session: key } });
    const argv = { $0: 'jest', _: [], config: configWithKey, runInBand: true, silent: true };
    // Jest takes the configuration from `config`, and from no file, for a project that is the working directory alone.
    return runCLI(argv as unknown as Parameters<typeof runCLI>[0], [process.cwd()]);
  });
  // The failure of a check is evidence, and no error.
  const failed = results.testResults.find(({ testExecError }) => testExecError != null);
  if (failed !== undefined) throw new Error(`${failed.testFilePath}: ${failed.failureMessage ?? 'did not run'}`);
  if (results.numTotalTests === 0) throw new Error('no suite was found beside the harness');
}

import { resolve } from 'node:path';

/**
 * The Jest project that runs the suites against the target of the settings, for the `projects` of a Jest configuration:
 * `import { conformance } from 'ecs-metadata-conformance/jest'`. docs/jest.md explains it.
 */
export const conformance = {
  displayName: 'conformance',
  rootDir: resolve(__dirname, '../..'),
  testMatch: ['<rootDir>/suites/*/*.suite.js'],
  runner: resolve(__dirname, 'runner.js'),
  transform: {},
  // The suites may lie in node_modules, where Jest would not look.
  testPathIgnorePatterns: [] as string[],
  haste: { retainAllFiles: true, forceNodeFilesystemAPI: true },
};

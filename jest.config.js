const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic', importSource: 'preact' } } } }],
  },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/setup/fast-check-seed.ts'],
  globalSetup: '<rootDir>/test/setup/temporary-folder.ts',
  globalTeardown: '<rootDir>/test/setup/remove-temporary-folder.ts',
};
const folders = '<rootDir>/{contracts,properties,targets,suites,reports,cli,bench,test}';
/** It starts a process for each processor. */
const proof = '/suites/mutation/mutation\\.test\\.ts$';
/** They start the processes of Pact. One of them writes a pact file, so they need no worker of their own. */
const withPact = [
  '/suites/publish/contract[^/]*\\.test\\.ts$',
  '/cli/commands/contract/contract-verify\\.test\\.ts$',
  '/test/clients/client-contracts\\.test\\.ts$',
];

/** The project's own tests. The command has a configuration of its own: suites/harness/jest/run-suites.ts. */
module.exports = {
  // Of the concurrent tests in one file.
  maxConcurrency: 4,
  testSequencer: '<rootDir>/test/setup/slow-first.js',
  projects: [
    {
      displayName: 'plain',
      ...shared,
      testMatch: [`${folders}/**/*.test.ts`],
      testPathIgnorePatterns: ['/node_modules/', proof, ...withPact],
    },
    { displayName: 'proof', ...shared, testMatch: ['<rootDir>/suites/mutation/mutation.test.ts'] },
    {
      displayName: 'pact',
      ...shared,
      testMatch: [
        '<rootDir>/suites/publish/contract*.test.ts',
        '<rootDir>/cli/commands/contract/contract-verify.test.ts',
        '<rootDir>/test/clients/client-contracts.test.ts',
      ],
    },
    {
      // Not a test of this project: it runs the suites against the target of the settings, see docs/jest.md.
      displayName: 'conformance',
      rootDir: __dirname,
      transform: shared.transform,
      testMatch: ['<rootDir>/suites/*/*.suite.ts'],
      runner: '<rootDir>/cli/jest/runner.ts',
    },
    { displayName: 'browser', ...shared, testMatch: ['<rootDir>/test/e2e/*.browser.ts'] },
  ],
};

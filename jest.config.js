const { join } = require('node:path');

const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic', importSource: 'preact' } } } }],
  },
  testEnvironment: 'node',
};
const rooms = '<rootDir>/{contracts,properties,targets,suites,reports,cli,bench,test}';
/** It takes all of the machine. */
const proof = '/suites/mutation/mutation\\.test\\.ts$';
/** Pact runs in one worker at a time. */
const withPact = [
  '/contracts/pact/',
  '/suites/publish/contract[^/]*\\.test\\.ts$',
  '/cli/commands/contract-verify\\.test\\.ts$',
];

/** The project's own tests. The examination itself is configured in suites/harness/jest/run-suites.ts. */
module.exports = {
  // Of the tests in one file that may run beside each other.
  maxConcurrency: 4,
  testSequencer: join(__dirname, 'suites/mutation/jest-sequencer.js'),
  projects: [
    {
      displayName: 'plain',
      ...shared,
      testMatch: [`${rooms}/**/*.test.ts`],
      testPathIgnorePatterns: ['/node_modules/', proof, ...withPact],
    },
    { displayName: 'proof', ...shared, testMatch: ['<rootDir>/suites/mutation/mutation.test.ts'] },
    {
      displayName: 'pact',
      ...shared,
      testMatch: [
        '<rootDir>/contracts/pact/*.test.ts',
        '<rootDir>/suites/publish/contract*.test.ts',
        '<rootDir>/cli/commands/contract-verify.test.ts',
      ],
    },
    { displayName: 'browser', ...shared, testMatch: ['<rootDir>/test/e2e/*.browser.ts'] },
  ],
};

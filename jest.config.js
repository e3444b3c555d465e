/** The project's own tests. The examination itself is configured in suites/harness/jest-options.ts. */
module.exports = {
  testMatch: ['<rootDir>/{contracts,properties,targets,suites,reports,cli}/**/*.test.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironment: 'node',
};

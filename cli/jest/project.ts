import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The configuration of the Jest project for a user of the package: one of the `projects`, or the whole configuration. */
const project = {
  displayName: 'conformance',
  rootDir: root,
  testMatch: ['<rootDir>/suites/*/*.suite.js'],
  runner: resolve(__dirname, 'runner.js'),
  transform: {},
  // The suites lie in node_modules, where Jest would not look.
  testPathIgnorePatterns: [],
  haste: { retainAllFiles: true },
};

export = project;

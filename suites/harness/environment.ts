import { basename } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import { currentExamination } from './current-examination';
import type { Check } from './examination';
import type { Law } from './law';

export type RunCheck = (check: Check) => Promise<void>;
export type RunLaw = (law: Law) => Promise<void>;

/**
 * The world of a suite. The examination is made once, outside Jest's sandbox, and shared by all suites: connections
 * stay open, the oracle's knowledge goes on, and the heavy modules are loaded once.
 */
export default class Environment extends TestEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const suite = basename(context.testPath).replace(/\.suite\.[jt]s$/, '');
    const run: RunCheck = (check) => currentExamination().run(check, suite);
    this.global.runCheck = run;
    const runLaw: RunLaw = (law) => currentExamination().runLaw(law, suite);
    this.global.runLaw = runLaw;
  }
}

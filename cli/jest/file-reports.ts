import type { OnTestFailure, OnTestSuccess } from 'jest-runner';
import { checksOf } from '../../suites/harness/dsl/check';
import { type FileReport, type SuiteFile, skippedTests } from '../../suites/harness/jest/run-files';
import { type NamedStatus, toTestResult } from '../../suites/harness/jest/test-results';

export interface FileReportsOptions {
  readonly onResult: OnTestSuccess;
  readonly onFailure: OnTestFailure;
  /** `--bail` of Jest: the failed tests after which it ends the process; 0 for none. */
  readonly bail: number;
}

/**
 * Reports the files to Jest, in the order in which they are decided. The last one waits for the end of the run, since it
 * also holds what belongs to no check. With `--bail` all of them wait: Jest would end the process before the servers are
 * restored.
 */
export class FileReports {
  private readonly open: Set<SuiteFile>;
  private readonly held: FileReport[] = [];

  constructor(
    files: readonly SuiteFile[],
    private readonly options: FileReportsOptions,
  ) {
    this.open = new Set(files);
  }

  async add(report: FileReport): Promise<void> {
    this.close(report.test);
    this.held.push(report);
    if (this.options.bail === 0) await this.reportHeld(1);
  }

  /** Jest has the error of a file already. */
  close(test: FileReport['test']): void {
    for (const file of this.open) if (file.test === test) this.open.delete(file);
  }

  /** @param more statuses that belong to no check. */
  async end(more: readonly NamedStatus[]): Promise<void> {
    const last = this.held.pop();
    if (last !== undefined) this.held.push({ ...last, statuses: [...last.statuses, ...more] });
    await this.reportHeld(0);
    await this.skipOpen();
  }

  /** Reports an error once: the other files are skipped. */
  async fail(message: string): Promise<void> {
    const [failed] = this.open;
    if (failed === undefined) {
      await this.end([{ name: 'ends the run', status: 'failed', message }]);
      return;
    }
    await this.reportHeld(0);
    this.open.delete(failed);
    // Without a stack: Jest would show lines of the suite in place of the sentence.
    await this.options.onFailure(failed.test, { message, stack: message });
    await this.skipOpen();
  }

  private async reportHeld(left: number): Promise<void> {
    for (const { test, began, statuses } of this.held.splice(0, this.held.length - left)) {
      await this.options.onResult(test, toTestResult(test.path, began, statuses));
    }
  }

  private async skipOpen(): Promise<void> {
    for (const { test, suite } of this.open) {
      const skipped = skippedTests([...checksOf(suite), ...suite.properties]);
      await this.options.onResult(test, toTestResult(test.path, Date.now(), skipped));
    }
    this.open.clear();
  }
}

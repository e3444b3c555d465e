import type { Test, TestResult } from '@jest/test-result';
import fc from 'fast-check';
import type { SuiteFile } from '../../suites/harness/jest/run-files';
import { FileReports } from './file-reports';

const file = (path: string): SuiteFile => ({
  test: { path } as Test,
  suite: {
    name: path,
    folder: 'key',
    checks: [],
    slowChecks: [],
    batches: [],
    properties: [{ id: 'KEY-02/any', clause: 'KEY-02', title: 'any', inputsFor: () => fc.nat(), body: async () => {} }],
  },
});
const report = ({ test }: SuiteFile) => ({ test, began: 0, statuses: [{ name: 'one', status: 'passed' }] as const });

function reporting(files: readonly SuiteFile[], bail = 0) {
  const told: string[] = [];
  const onResult = async ({ path }: Test, { testResults }: TestResult) => {
    told.push(`${path}: ${testResults.map(({ fullName, status }) => `${fullName} ${status}`).join(', ')}`);
  };
  const onFailure = async ({ path }: Test, { message }: { readonly message: string }) => {
    told.push(`${path}: error ${message}`);
  };
  return { told, reports: new FileReports(files, { onResult, onFailure, bail }) };
}

const files = [file('a'), file('b')] as const;

test('a file is reported when the next one is decided; the last one holds what belongs to no check', async () => {
  const { told, reports } = reporting(files);
  await reports.add(report(files[0]));
  expect(told).toEqual([]);
  await reports.add(report(files[1]));
  expect(told).toEqual(['a: one passed']);
  await reports.end([{ name: 'restores the servers', status: 'failed' }]);
  expect(told.slice(1)).toEqual(['b: one passed, restores the servers failed']);
});

test('with --bail all files wait for the end', async () => {
  const { told, reports } = reporting(files, 1);
  for (const each of files) await reports.add(report(each));
  expect(told).toEqual([]);
  await reports.end([]);
  expect(told).toEqual(['a: one passed', 'b: one passed']);
});

test('an error is reported once, and the other files are skipped', async () => {
  const { told, reports } = reporting([...files, file('c')]);
  await reports.add(report(files[0]));
  await reports.fail('no target');
  expect(told).toEqual(['a: one passed', 'b: error no target', 'c: KEY-02/any any pending']);
});

test('an error after the last file fails that file', async () => {
  const { told, reports } = reporting([files[0]]);
  await reports.add(report(files[0]));
  await reports.fail('not restored');
  expect(told).toEqual(['a: one passed, ends the run failed']);
});

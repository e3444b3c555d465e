import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ecs } from '../../contracts/profiles/ecs';
import { defaultReporters, reporters } from '../../reports/formats';
import { makeResult } from '../../reports/testing/results';
import { realFiles } from '../machine/files';
import { ReportsFolder } from './reports-folder';

const newFolder = () => mkdtempSync(join(tmpdir(), 'reports-'));
const report = { result: makeResult({}), limits: ecs.limits, columns: undefined, detail: 'normal' } as const;
const files = (): Record<string, string> =>
  Object.assign({}, ...defaultReporters.map((name) => reporters[name]().onRunEnd(report).files));

test('a run leaves the files that docs/reports.md names, and no others', () => {
  const path = newFolder();
  const paths = new ReportsFolder(path, realFiles).finish(files());
  const page = readFileSync(resolve(__dirname, '../../docs/reports.md'), 'utf8');
  const named = [...new Set([...page.matchAll(/^\| `([a-z]+(?:\.[a-z]+)+)` /gm)].map(([, name]) => name))];
  // Only a run that has found counterexamples, or that HAR was named for, leaves these.
  const always = named.filter((name) => name !== 'corpus.json' && name !== 'failures.har').sort();
  expect(readdirSync(path).sort()).toEqual(always);
  expect(paths.map((file) => file.slice(path.length + 1)).sort()).toEqual(always);
});

test('what an earlier run has left stays whole until there is something to replace it', () => {
  const path = newFolder();
  writeFileSync(join(path, 'report.html'), 'earlier');
  const folder = new ReportsFolder(path, realFiles);
  expect(readFileSync(join(path, 'report.html'), 'utf8')).toBe('earlier');
  folder.finish(files());
  expect(readFileSync(join(path, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ecs } from '../../contracts/profiles/ecs';
import { Observations } from '../../reports/collector/observations';
import { makeResult } from '../../reports/testing/results';
import { realFiles } from '../machine/files';
import { ReportsFolder } from './reports-folder';

const newFolder = () => mkdtempSync(join(tmpdir(), 'reports-'));
const report = () => ({ result: makeResult({}), limits: ecs.limits, observations: new Observations() });

test('a run leaves the files that docs/reports.md names, and no others', () => {
  const path = newFolder();
  const files = new ReportsFolder(path, realFiles).finish(report());
  const page = readFileSync(resolve(__dirname, '../../docs/reports.md'), 'utf8');
  const named = [...new Set([...page.matchAll(/^\| `([a-z]+(?:\.[a-z]+)+)` /gm)].map(([, name]) => name))];
  // Only a run that has found counterexamples leaves this one.
  const always = named.filter((name) => name !== 'corpus.json').sort();
  expect(readdirSync(path).sort()).toEqual(always);
  expect(files.map((file) => file.slice(path.length + 1)).sort()).toEqual(always);
});

test('what an earlier run has left stays whole until there is something to replace it', () => {
  const path = newFolder();
  writeFileSync(join(path, 'report.html'), 'earlier');
  const folder = new ReportsFolder(path, realFiles);
  expect(readFileSync(join(path, 'report.html'), 'utf8')).toBe('earlier');
  folder.finish(report());
  expect(readFileSync(join(path, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Evidence } from '../../contracts/evidence/events';
import { makeExchange } from '../../reports/testing/exchanges';
import { newFolder } from '../../test/e2e/support/command';
import { realFiles } from '../machine/files';
import { EvidenceFile } from './evidence-file';

const trial = (number: number): Evidence => ({ kind: 'trial', check: `${number} ${'x'.repeat(1_000)}` });
const read = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('all evidence is in one gzip file', () => {
  const path = join(newFolder(), 'evidence');
  const file = new EvidenceFile(path, realFiles);
  const all = Array.from({ length: 1_000 }, (_, number) => trial(number));
  for (const each of all) file.add(each);
  file.close();
  expect(read(path)).toEqual(all);
  expect(readFileSync(path).length).toBeLessThan(50_000);
});

test('of a run that is killed, all but the last piece can be read', () => {
  const path = join(newFolder(), 'evidence');
  const file = new EvidenceFile(path, realFiles);
  const all = Array.from({ length: 1_000 }, (_, number) => trial(number));
  for (const each of all) file.add(each);
  const there = read(path);
  expect(there).toEqual(all.slice(0, there.length));
  expect(all.length - there.length).toBeLessThan(260);
  file.close();
});

test('no evidence is a gzip file as well', () => {
  const path = join(newFolder(), 'evidence');
  new EvidenceFile(path, realFiles).close();
  expect(read(path)).toEqual([]);
});

test('a large answer is written as it is, whatever is in it', () => {
  const path = join(newFolder(), 'evidence');
  const file = new EvidenceFile(path, realFiles);
  // Pairs of surrogates lie across every place where it is taken apart.
  const text = `x${'😀\u0000"body":{"text":""}\\'.repeat(40_000)}`;
  const exchange = makeExchange({ body: text });
  const all: Evidence[] = [trial(1), { kind: 'exchange', exchange, findings: [] }, trial(2)];
  for (const each of all) file.add(each);
  file.close();
  expect(read(path)).toEqual(all);
});

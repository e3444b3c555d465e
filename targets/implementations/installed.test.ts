import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { implementations } from './implementations';
import { locate, runProcess } from './installed';

const folder = mkdtempSync(join(tmpdir(), 'installed-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('a cause is found by its code', () => {
  writeFileSync(join(folder, 'a.py'), 'one\ntwo = 2\n');
  expect(locate({ file: 'a.py', code: 'two' }, folder)).toBe('a.py:2');
});

test('a release without the code of a cause has no line', () => {
  expect(locate({ file: 'a.py', code: 'three' }, folder)).toBeUndefined();
});

test('an abort interrupts a process and those that it has started', async () => {
  const stopping = new AbortController();
  // The output closes when the last process of the group has ended.
  const ended = runProcess('bash', ['-c', 'sleep 60; exit 0'], { signal: stopping.signal, captured: true });
  setTimeout(() => stopping.abort(), 100);
  expect((await ended).code).not.toBe(0);
});

test.each(Object.values(implementations))('$product: the scripts know each release', ({ folder, releases = [] }) => {
  if (folder === undefined) return;
  const script = readFileSync(resolve(__dirname, folder, 'up.sh'), 'utf8');
  expect(releases.filter((release) => !script.includes(`\n${release}) `))).toEqual([]);
});

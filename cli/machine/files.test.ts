import { existsSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './files';

const folder = mkdtempSync(join(tmpdir(), 'make-folder-'));
writeFileSync(join(folder, 'file'), '');

test('a folder is made with those above it, and may be there already', () => {
  const path = join(folder, 'a', 'b', 'c');
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
  expect(() => makeFolder(path)).not.toThrow();
  expect(() => makeFolder(`${path}/`)).not.toThrow();
});

test('what no folder can be made of is an error', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(folder, 'file', 'below', 'it'))).toThrow('ENOTDIR');
  expect(() => makeFolder(join(folder, 'dangling'))).toThrow('EEXIST');
});

(existsSync('/proc/self') ? test : test.skip)(
  'a file system that takes no folders is no reason to try for ever',
  () => {
    expect(() => makeFolder('/proc/x')).toThrow('ENOENT');
    expect(() => makeFolder('/proc/x/y')).toThrow('ENOENT');
  },
);

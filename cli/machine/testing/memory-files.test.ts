import { makeFolderSynced, writeAll, writeFile, writeSynced } from '../files';
import { MemoryFiles } from './memory-files';

test('a write is taken in part, and a full disk takes no more', () => {
  const files = new MemoryFiles({ capacity: 10, writesAtOnce: () => 3 });
  files.makeFolder('out');
  writeFile(files, 'out/a', '12345678');
  expect(files.read('out/a').toString()).toBe('12345678');
  const file = files.open('out/b', 'new');
  expect(() => writeAll(file, Buffer.from('123'))).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  expect(files.read('out/b').toString()).toBe('12');
  files.remove('out/a');
  expect(file.write(Buffer.from('3456'))).toBe(3);
});

test('it fails as a disk does', () => {
  const files = new MemoryFiles();
  files.put('out/a', 'x');
  expect(() => files.read('out/b')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(() => files.open('away/b', 'new')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(() => files.open('out/a/b', 'new')).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
  expect(() => files.open('out/a', 'new')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => files.makeFolder('out/a')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  files.fails = (operation, path) => (operation === 'rename' && path === 'out/a' ? 'EACCES' : undefined);
  expect(() => files.rename('out/a', 'out/b')).toThrow(expect.objectContaining({ code: 'EACCES' }));
  expect(files.paths).toEqual(['out/a']);
});

test('a crash leaves what was synced: content by its file, names by their folder', () => {
  const files = new MemoryFiles();
  makeFolderSynced(files, 'deep/out');
  const open = files.open('deep/out/a', 'new');
  writeAll(open, Buffer.from('synced'));
  open.sync();
  files.syncFolder('deep/out');
  writeAll(open, Buffer.from(' and not'));
  writeSynced(files.open('deep/out/b', 'new'), 'without its name');
  files.crash();
  expect(files.paths).toEqual(['deep/out/a']);
  expect(files.read('deep/out/a').toString()).toBe('synced');
});

test('a folder that was not synced is lost with its files', () => {
  const files = new MemoryFiles();
  files.makeFolder('deep/out');
  writeSynced(files.open('deep/out/a', 'new'), 'x');
  files.syncFolder('deep/out');
  files.crash();
  expect(files.paths).toEqual([]);
  expect(files.exists('deep')).toBe(false);
});

test('a rename that was not synced leaves the old file, or the new one', () => {
  const renamed = () => {
    const files = new MemoryFiles();
    files.put('out/a', 'old');
    writeSynced(files.open('out/a.next', 'new'), 'new');
    files.syncFolder('out');
    files.rename('out/a.next', 'out/a');
    return files;
  };
  const [lost, kept] = [renamed(), renamed()];
  lost.crash();
  expect(lost.read('out/a').toString()).toBe('old');
  kept.crash({ names: 1 });
  expect(kept.read('out/a').toString()).toBe('new');
  expect(kept.paths).toEqual(['out/a']);
});

test('a crash may leave a part of what was not synced', () => {
  const files = new MemoryFiles();
  files.put('out/a', '');
  writeFile(files, 'out/a', '12345');
  files.crash({ bytes: 2 });
  expect(files.read('out/a').toString()).toBe('12');
});

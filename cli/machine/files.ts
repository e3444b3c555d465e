import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A file that is open to be written to. Each operation throws Node's error where the disk does not do it. */
export interface OpenFile {
  /** Gives how many bytes the disk took: it may be a part of them, where there is no room for all. */
  write(bytes: Buffer): number;
  /** Returns once all that was written survives a power cut. */
  sync(): void;
  close(): void;
}

/** The disk, as far as a run uses it. Each operation throws Node's error where it fails. */
export interface Files {
  exists(path: string): boolean;
  read(path: string): Buffer;
  /** With the folders above it, as far as they are not there. */
  makeFolder(path: string): void;
  /** @param how `new` fails for a file that is there, which `anew` empties. */
  open(path: string, how: 'new' | 'anew', mode?: number): OpenFile;
  rename(from: string, to: string): void;
  /** Does nothing where there is none. */
  remove(path: string): void;
  /** Returns once the names in a folder survive a power cut. */
  syncFolder(path: string): void;
}

/** The disk of the machine. */
export const realFiles: Files = {
  exists: existsSync,
  read: (path) => readFileSync(path),
  makeFolder,
  open: (path, how, mode) => {
    const file = openSync(path, how === 'new' ? 'wx' : 'w', mode);
    return {
      write: (bytes) => writeSync(file, bytes),
      sync: () => fsyncSync(file),
      close: () => closeSync(file),
    };
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  syncFolder: (path) => {
    // Windows opens no folder, and needs it not.
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } catch (error) {
      // Some file systems of a network have no such operation.
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
    } finally {
      closeSync(folder);
    }
  },
};

/** Writes all of it: a disk that is nearly full takes a part, and only the next write fails. */
export function writeAll(file: OpenFile, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    const count = file.write(written === 0 ? bytes : bytes.subarray(written));
    if (count === 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    written += count;
  }
}

/** Writes all that a new file is to hold, and closes it. Its content survives a power cut then, its name does not yet. */
export function writeSynced(file: OpenFile, content: string): void {
  try {
    writeAll(file, Buffer.from(content));
    file.sync();
  } finally {
    file.close();
  }
}

/** Makes a folder with those above it, as far as they are not there, and returns once they survive a power cut. */
export function makeFolderSynced(files: Files, path: string): void {
  const above: string[] = [];
  for (let folder = path; !files.exists(folder) && dirname(folder) !== folder; folder = dirname(folder)) {
    above.push(dirname(folder));
  }
  files.makeFolder(path);
  for (const folder of above.reverse()) files.syncFolder(folder);
}

/** Writes a file of its own. */
export function writeFile(files: Files, path: string, content: string): void {
  const file = files.open(path, 'anew');
  try {
    writeAll(file, Buffer.from(content));
  } finally {
    file.close();
  }
}

/**
 * Makes a folder and those above it, where they are not there yet. Node's `recursive` never returns where a file system
 * answers ENOENT to a new folder, as /proc does.
 *
 * @throws Node's error where it cannot be made, or something else has its name.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  let folder = resolve(path);
  const missing = [folder];
  while (!existsSync(dirname(folder)) && dirname(folder) !== folder) {
    folder = dirname(folder);
    missing.unshift(folder);
  }
  for (const each of missing) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!isFolder(each)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

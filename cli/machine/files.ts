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

/** A file that is open for writing. Each operation throws Node's error when it fails. */
export interface OpenFile {
  /** Gives the number of bytes written: fewer than all when the disk is nearly full. */
  write(bytes: Buffer): number;
  /** Returns when everything written survives a power failure. */
  sync(): void;
  close(): void;
}

/** The file operations of a run. Each operation throws Node's error when it fails. */
export interface Files {
  exists(path: string): boolean;
  read(path: string): Buffer;
  /** Creates the folder and its missing parents. */
  makeFolder(path: string): void;
  /** @param how `new` fails for an existing file; `anew` empties it. */
  open(path: string, how: 'new' | 'anew', mode?: number): OpenFile;
  rename(from: string, to: string): void;
  /** Does nothing when the file does not exist. */
  remove(path: string): void;
  /** Returns when the names in a folder survive a power failure. */
  syncFolder(path: string): void;
}

/** The files of the machine. */
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
    // Windows cannot open a folder, and does not need it.
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } catch (error) {
      // Some network file systems do not support it.
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
    } finally {
      closeSync(folder);
    }
  },
};

/** Writes all bytes: a nearly full disk takes a part of them, and only the next write fails. */
export function writeAll(file: OpenFile, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    const count = file.write(written === 0 ? bytes : bytes.subarray(written));
    if (count === 0) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    written += count;
  }
}

/** Writes a whole file and closes it. Then its content survives a power failure; its name does not yet. */
export function writeSynced(file: OpenFile, content: string): void {
  try {
    writeAll(file, Buffer.from(content));
    file.sync();
  } finally {
    file.close();
  }
}

/** Creates a folder and its missing parents. Returns when they survive a power failure. */
export function makeFolderSynced(files: Files, path: string): void {
  const above: string[] = [];
  for (let folder = path; !files.exists(folder) && dirname(folder) !== folder; folder = dirname(folder)) {
    above.push(dirname(folder));
  }
  files.makeFolder(path);
  for (const folder of above.reverse()) files.syncFolder(folder);
}

/** Writes a whole file. */
export function writeFile(files: Files, path: string, content: string): void {
  const file = files.open(path, 'anew');
  try {
    writeAll(file, Buffer.from(content));
  } finally {
    file.close();
  }
}

/**
 * Creates a folder and its missing parents. Node's `recursive` never returns on a file system that gives ENOENT for a new
 * folder, such as /proc.
 *
 * @throws Node's error when the folder cannot be created, or the name belongs to a file.
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
      // Another process may have created it meanwhile.
      if (!isFolder(each)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

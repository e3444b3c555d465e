import { dirname, normalize } from 'node:path';
import type { Files, OpenFile } from '../files';

/** Something that is done to a path, or to a file that is open. */
export type FileOperation = keyof Files | keyof OpenFile;

export interface MemoryFilesOptions {
  /** Bytes that all files together may hold. */
  readonly capacity?: number;
  /** Of so many bytes that there is room for, how many one write takes: at least one. */
  readonly writesAtOnce?: (length: number) => number;
}

/** The part of the unsynced bytes and names that a crash leaves on the disk. */
export interface Survived {
  /** Changes of names, from the oldest on. */
  readonly names?: number;
  /** Bytes at the end of each file. */
  readonly bytes?: number;
}

interface Inode {
  content: Buffer;
  synced: Buffer;
}

type Names = Map<string, Inode | 'folder'>;

interface NameChange {
  readonly folder: string;
  readonly apply: (names: Names) => void;
}

const messages: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EEXIST: 'file already exists',
  EISDIR: 'illegal operation on a directory',
  ENOTDIR: 'not a directory',
  ENOSPC: 'no space left on device',
};

/**
 * A disk in memory. It may be full, take writes in part, fail by operation and path, and crash: then it holds what was
 * synced. A file that is new needs two syncs for that, its own and that of its folder.
 */
export class MemoryFiles implements Files {
  /** Gives the code of the error that an operation ends with; undefined lets it be done. It may throw on its own. */
  fails: (operation: FileOperation, path: string) => string | undefined = () => undefined;
  capacity: number;
  private readonly writesAtOnce: (length: number) => number;
  private names: Names = new Map(roots);
  private syncedNames: Names = new Map(roots);
  private pending: NameChange[] = [];

  constructor({ capacity = Number.POSITIVE_INFINITY, writesAtOnce = (length) => length }: MemoryFilesOptions = {}) {
    this.capacity = capacity;
    this.writesAtOnce = writesAtOnce;
  }

  /** Of all files, in the order of the alphabet. */
  get paths(): string[] {
    return [...this.names].flatMap(([path, node]) => (node === 'folder' ? [] : [path])).sort();
  }

  /** Bytes of all files. */
  get used(): number {
    return this.paths.reduce((sum, path) => sum + this.fileAt(path).content.length, 0);
  }

  exists(path: string): boolean {
    this.failIfInjected('exists', path);
    return this.names.has(normalize(path));
  }

  read(path: string): Buffer {
    this.failIfInjected('read', path);
    return Buffer.from(this.fileAt(path).content);
  }

  makeFolder(path: string): void {
    this.failIfInjected('makeFolder', path);
    const folder = normalize(path);
    const node = this.names.get(folder);
    if (node === 'folder') return;
    if (node !== undefined) throw failure('EEXIST', path);
    this.makeFolder(dirname(folder));
    this.change(folder, (names) => names.set(folder, 'folder'));
  }

  open(path: string, how: 'new' | 'anew'): OpenFile {
    this.failIfInjected('open', path);
    const name = normalize(path);
    const folder = this.names.get(dirname(name));
    if (folder !== 'folder') throw failure(folder === undefined ? 'ENOENT' : 'ENOTDIR', path);
    const there = this.names.get(name);
    if (there === 'folder') throw failure('EISDIR', path);
    if (there !== undefined && how === 'new') throw failure('EEXIST', path);
    const file = there ?? { content: Buffer.alloc(0), synced: Buffer.alloc(0) };
    if (there === undefined) this.change(name, (names) => names.set(name, file));
    file.content = Buffer.alloc(0);
    return {
      write: (bytes) => {
        this.failIfInjected('write', path);
        const room = Math.min(bytes.length, this.capacity - this.used);
        if (bytes.length > 0 && room <= 0) throw failure('ENOSPC', path);
        const taken = Math.min(room, Math.max(1, this.writesAtOnce(room)));
        file.content = Buffer.concat([file.content, bytes.subarray(0, taken)]);
        return taken;
      },
      sync: () => {
        this.failIfInjected('sync', path);
        file.synced = file.content;
      },
      close: () => this.failIfInjected('close', path),
    };
  }

  rename(from: string, to: string): void {
    this.failIfInjected('rename', from);
    const [old, name] = [normalize(from), normalize(to)];
    const file = this.fileAt(from);
    if (this.names.get(dirname(name)) !== 'folder') throw failure('ENOENT', to);
    this.change(name, (names) => {
      names.delete(old);
      names.set(name, file);
    });
  }

  remove(path: string): void {
    this.failIfInjected('remove', path);
    const name = normalize(path);
    if (this.names.get(name) === 'folder') throw failure('EISDIR', path);
    if (this.names.has(name)) this.change(name, (names) => names.delete(name));
  }

  syncFolder(path: string): void {
    this.failIfInjected('syncFolder', path);
    const folder = normalize(path);
    if (this.names.get(folder) !== 'folder') throw failure('ENOENT', path);
    for (const { apply } of this.pending.filter((change) => change.folder === folder)) apply(this.syncedNames);
    this.pending = this.pending.filter((change) => change.folder !== folder);
  }

  /** Somebody removes a folder, with all that is in it. */
  removeFolder(path: string): void {
    const folder = normalize(path);
    for (const name of [...this.names.keys()]) {
      if (name === folder || name.startsWith(`${folder}/`)) this.change(name, (names) => names.delete(name));
    }
  }

  /** Puts a file on the disk as if it had been there all the time. */
  put(path: string, content: Buffer | string): void {
    const bytes = Buffer.from(content as Buffer);
    for (let name = normalize(path); dirname(name) !== name; name = dirname(name)) {
      const node = name === normalize(path) ? { content: bytes, synced: bytes } : 'folder';
      for (const names of [this.names, this.syncedNames]) names.set(name, node);
    }
  }

  /** The power fails: what was not synced is gone, but for what the disk has written on its own. */
  crash({ names: kept = 0, bytes = 0 }: Survived = {}): void {
    for (const { apply } of this.pending.slice(0, kept)) apply(this.syncedNames);
    this.pending = [];
    const isThere = (path: string): boolean =>
      this.syncedNames.has(path) && (roots.has(path) || isThere(dirname(path)));
    this.names = new Map([...this.syncedNames].filter(([path]) => isThere(path)));
    this.syncedNames = new Map(this.names);
    for (const node of this.names.values()) {
      if (node === 'folder') continue;
      const { content, synced } = node;
      const isLonger = content.subarray(0, synced.length).equals(synced);
      node.synced = isLonger ? content.subarray(0, synced.length + bytes) : synced;
      node.content = node.synced;
    }
  }

  private change(path: string, apply: (names: Names) => void): void {
    apply(this.names);
    this.pending.push({ folder: dirname(path), apply });
  }

  private fileAt(path: string): Inode {
    const node = this.names.get(normalize(path));
    if (node === undefined) throw failure('ENOENT', path);
    if (node === 'folder') throw failure('EISDIR', path);
    return node;
  }

  private failIfInjected(operation: FileOperation, path: string): void {
    const code = this.fails(operation, path);
    if (code !== undefined) throw failure(code, path);
  }
}

const roots: ReadonlyMap<string, 'folder'> = new Map([
  ['.', 'folder'],
  ['/', 'folder'],
]);

function failure(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${messages[code] ?? 'failed'}, '${path}'`), { code, path });
}

import { dirname } from 'node:path';
import type { Files, OpenFile } from '../../cli/machine/files';

/** A disk in memory. It keeps what was synced where the power goes, and of the rest what chance leaves. */
export class Disk implements Files {
  readonly contents = new Map<string, Buffer>();
  private readonly folders = new Set<string>(['/', '.']);

  /**
   * @param capacity bytes that it holds in all.
   * @param onUse is called before each change.
   */
  constructor(
    private readonly capacity = Number.POSITIVE_INFINITY,
    private readonly onUse: () => void = () => undefined,
  ) {}

  /** The same files, on a machine that was started again. */
  remounted(onUse: () => void, capacity: number): Disk {
    const disk = new Disk(capacity, onUse);
    for (const [path, content] of this.contents) disk.contents.set(path, content);
    for (const folder of this.folders) disk.folders.add(folder);
    return disk;
  }

  exists(path: string): boolean {
    return this.contents.has(path) || this.folders.has(path);
  }

  read(path: string): Buffer {
    const content = this.contents.get(path);
    if (content === undefined) throw failure('ENOENT', path);
    return content;
  }

  makeFolder(path: string): void {
    this.onUse();
    for (let folder = path; !this.folders.has(folder); folder = dirname(folder)) this.folders.add(folder);
  }

  open(path: string, how: 'new' | 'anew'): OpenFile {
    this.onUse();
    if (!this.folders.has(dirname(path))) throw failure('ENOENT', path);
    if (how === 'new' && this.contents.has(path)) throw failure('EEXIST', path);
    this.contents.set(path, Buffer.alloc(0));
    return {
      write: (bytes) => {
        this.onUse();
        const room = this.capacity - this.used();
        if (room <= 0) throw failure('ENOSPC', path);
        const taken = Math.min(room, bytes.length);
        this.contents.set(path, Buffer.concat([this.read(path), bytes.subarray(0, taken)]));
        return taken;
      },
      sync: () => this.onUse(),
      close: () => undefined,
    };
  }

  rename(from: string, to: string): void {
    this.onUse();
    const content = this.read(from);
    this.contents.delete(from);
    this.contents.set(to, content);
  }

  remove(path: string): void {
    this.onUse();
    this.contents.delete(path);
  }

  syncFolder(): void {
    this.onUse();
  }

  private used(): number {
    let sum = 0;
    for (const content of this.contents.values()) sum += content.length;
    return sum;
  }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: simulated, '${path}'`), { code });
}

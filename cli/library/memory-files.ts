import type { Files } from '../machine/files';

/** Files that end with the run: it writes nothing to the disk. */
export function memoryFiles(): Files {
  const files = new Map<string, Buffer>();
  const read = (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' });
    return content;
  };
  return {
    exists: (path) => files.has(path),
    read,
    makeFolder: () => undefined,
    open: (path) => {
      files.set(path, Buffer.alloc(0));
      return {
        write: (bytes) => {
          files.set(path, Buffer.concat([read(path), bytes]));
          return bytes.length;
        },
        sync: () => undefined,
        close: () => undefined,
      };
    },
    rename: (from, to) => {
      files.set(to, read(from));
      files.delete(from);
    },
    remove: (path) => void files.delete(path),
    syncFolder: () => undefined,
  };
}

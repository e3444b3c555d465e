import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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

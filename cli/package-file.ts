import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The JSON of a file of this package, undefined where it is not there. Compiled or not, this one lies two folders deep at most. */
export function packageFile(name: string): unknown {
  for (const folder of ['..', '../..']) {
    try {
      return JSON.parse(readFileSync(resolve(__dirname, folder, name), 'utf8'));
    } catch {}
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The version of this suite, from its package. Compiled or not, this file lies at most two folders below it. */
export const suiteVersion: string = versionIn('..') ?? versionIn('../..') ?? 'unknown';

function versionIn(folder: string): string | undefined {
  try {
    const content = JSON.parse(readFileSync(resolve(__dirname, folder, 'package.json'), 'utf8')) as {
      version?: string;
    };
    return content.version;
  } catch {
    return undefined;
  }
}

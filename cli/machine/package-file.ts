import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The JSON of a file of this package; undefined when it does not exist. dist/ is one folder deeper than the sources. */
export function readPackageFile(name: string): unknown {
  for (const folder of ['../..', '../../..']) {
    try {
      return JSON.parse(readFileSync(resolve(__dirname, folder, name), 'utf8'));
    } catch {}
  }
  return undefined;
}

/** The version of this suite, from its package. */
export const suiteVersion: string =
  (readPackageFile('package.json') as { version?: string } | undefined)?.version ?? 'unknown';

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** dist/ is one folder deeper than the sources. */
const packageFolder = ['../..', '../../..']
  .map((folder) => resolve(__dirname, folder))
  .find((folder) => existsSync(resolve(folder, 'package.json')));

/** The path of a file of this package. */
export function findPackageFile(name: string): string {
  return resolve(packageFolder ?? __dirname, name);
}

/** The JSON of a file of this package; undefined when it does not exist. */
export function readPackageFile(name: string): unknown {
  try {
    return JSON.parse(readFileSync(findPackageFile(name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The version of this suite, from its package. */
export const suiteVersion: string =
  (readPackageFile('package.json') as { version?: string } | undefined)?.version ?? 'unknown';

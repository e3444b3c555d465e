import { packageFile } from './package-file';

/** The version of this suite, from its package. */
export const suiteVersion: string =
  (packageFile('package.json') as { version?: string } | undefined)?.version ?? 'unknown';

import { resolve } from 'node:path';

/** The command that an environment variable names. Commands run in other folders, so a path is made whole. */
export function commandOf(variable: string): string | undefined {
  const named = process.env[variable];
  return named?.includes('/') ? resolve(named) : named;
}

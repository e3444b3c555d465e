import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Implementations, toImplementationRun } from '../../reports/result/implementations';
import type { Result } from '../../reports/result/result';
import { implementationsPage } from './implementations-page';

const docs = resolve(__dirname, '../../../docs');
const stored = join(docs, 'implementations.json');

/** `npm run docs:implementations -- NAME RESULT`: stores what a run found of an implementation, in place of an earlier one. */
function main([name, path]: readonly string[]): void {
  const before = JSON.parse(readFileSync(stored, 'utf8')) as Implementations;
  const after: Record<string, Implementations[string]> = { ...before };
  if (name !== undefined && path !== undefined) {
    const run = toImplementationRun(JSON.parse(readFileSync(path, 'utf8')) as Result);
    after[name] = [...(before[name] ?? []).filter(({ profile }) => profile !== run.profile), run];
  }
  writeFileSync(stored, `${JSON.stringify(after, null, 2)}\n`);
  writeFileSync(join(docs, 'implementations.md'), implementationsPage(after));
}

main(process.argv.slice(2));

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClauseId } from '../../contracts/clauses';
import {
  type ImplementationRun,
  type Implementations,
  toImplementationRun,
} from '../../reports/result/implementations';
import type { Result } from '../../reports/result/result';
import type { Implementation } from '../../targets/implementations/implementation';
import { causeOf, parseRequest } from '../../targets/implementations/implementations';
import { type Installed, locate, runProcess, start, stop } from '../../targets/implementations/installed';
import { implementationsPage } from './implementations-page';

const root = resolve(__dirname, '../../..');
const stored = join(root, 'docs/implementations.json');

/**
 * `npm run implementation -- nova@34`: starts an implementation, runs the suite by both profiles, and stores the results.
 * `npm run implementation -- NAME RESULT`: stores the result of a run that was started by hand.
 * Without arguments: writes the page again.
 */
async function main([name, path]: readonly string[]): Promise<void> {
  if (name === undefined) return store({});
  if (path !== undefined) return store({ [name]: [toImplementationRun(readResult(path))] });
  const { implementation, release } = parseRequest(name);
  const stopping = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stopping.abort());
  await examine(implementation, release, stopping.signal);
}

/** Stops the implementation in every case: also after an error, and after Ctrl-C. */
async function examine(
  implementation: Implementation,
  release: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { folder, product } = implementation;
  if (folder === undefined) return store({ [product]: await runProfiles(product, undefined, signal) });
  try {
    const installed = await start(folder, release, signal);
    const name = `${product} ${installed.version}`;
    store({ [name]: await runProfiles(name, installed, signal) });
  } finally {
    await stop(folder, release);
  }
}

async function runProfiles(
  name: string,
  installed: Installed | undefined,
  signal: AbortSignal,
): Promise<ImplementationRun[]> {
  const runs: ImplementationRun[] = [];
  for (const profile of ['ecs', 'nova']) {
    const reports = mkdtempSync(join(tmpdir(), 'ecs-metadata-implementation-'));
    try {
      const target = installed === undefined ? [] : ['--config', installed.config, '--yes'];
      const flags = ['--profile', profile, '--effort', 'quick', '--seed', '1', '--out', reports];
      const command = [join(root, 'dist/cli/main.js'), 'run', ...target, ...flags, '--reporter', 'console,json'];
      const { code } = await runProcess(process.execPath, command, { signal });
      if (signal.aborted) throw new Error('interrupted: nothing is stored');
      if (code !== 0 && code !== 1 && code !== 3)
        throw new Error(`the run by profile ${profile} ended with exit code ${code}`);
      const result = readResult(join(reports, 'result.json'));
      runs.push(toImplementationRun(result, (clause) => locateCause(name, clause, installed)));
    } finally {
      rmSync(reports, { recursive: true, force: true });
    }
  }
  return runs;
}

/** A run takes minutes: it is stored also where the line of a cause is not found. */
function locateCause(name: string, clause: ClauseId, installed: Installed | undefined): string | undefined {
  const source = causeOf(name, clause)?.source;
  if (source === undefined || installed === undefined) return undefined;
  const line = locate(source, installed.source);
  if (line === undefined)
    console.error(`${name} fails ${clause}, and ${source.file} has no line with \`${source.code}\`: correct the cause`);
  return line;
}

function readResult(path: string): Result {
  return JSON.parse(readFileSync(path, 'utf8')) as Result;
}

/** In place of earlier runs of the same implementation by the same profile. */
function store(found: Implementations): void {
  const before = JSON.parse(readFileSync(stored, 'utf8')) as Implementations;
  const names = [...new Set([...Object.keys(before), ...Object.keys(found)])];
  names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const after = Object.fromEntries(
    names.map((name) => {
      const runs = found[name] ?? [];
      const kept = (before[name] ?? []).filter(({ profile }) => !runs.some((run) => run.profile === profile));
      return [name, [...kept, ...runs].sort((one, other) => one.profile.localeCompare(other.profile))];
    }),
  );
  writeFileSync(stored, `${JSON.stringify(after, null, 2)}\n`);
  writeFileSync(join(root, 'docs/implementations.md'), implementationsPage(after));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});

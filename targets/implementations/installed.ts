import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Source } from './implementation';

/** The sources: compiled code is in dist/targets/implementations/. */
const scripts = resolve(__dirname, '../../../targets/implementations');

/** A running implementation, as `up.sh` describes it. */
export interface Installed {
  readonly version: string;
  /** Config file of the suite: target, project, servers, tokens. */
  readonly config: string;
  /** The folder of the installed source. */
  readonly source: string;
}

/**
 * Installs an implementation, if it is not yet, and starts it on loopback.
 *
 * @throws {Error} if it does not start; the script has printed the reason.
 */
export async function start(folder: string, release: string | undefined, signal: AbortSignal): Promise<Installed> {
  const { code, output } = await runProcess(join(scripts, folder, 'up.sh'), release === undefined ? [] : [release], {
    signal,
    captured: true,
  });
  if (code !== 0) throw new Error(`${folder}/up.sh failed: its reason is above`);
  const run = output.trim();
  const about = JSON.parse(readFileSync(join(run, 'about.json'), 'utf8')) as { version: string; package: string };
  return { version: about.version, config: join(run, 'config.yaml'), source: about.package };
}

/** Stops what `start` started, also one that did not come up. */
export async function stop(folder: string, release: string | undefined): Promise<void> {
  await runProcess(join(scripts, folder, 'down.sh'), release === undefined ? [] : [release], {});
}

/**
 * Runs a program to its end. It has a process group of its own, so that Ctrl-C in a terminal reaches this process alone;
 * an abort interrupts the whole group once.
 */
export function runProcess(
  program: string,
  args: readonly string[],
  { signal, captured = false }: { readonly signal?: AbortSignal; readonly captured?: boolean },
): Promise<{ readonly code: number | null; readonly output: string }> {
  signal?.throwIfAborted();
  const stdio = ['ignore', captured ? 'pipe' : 'inherit', 'inherit'] as const;
  const child = spawn(program, args, { stdio: [...stdio], detached: true });
  const interrupt = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  };
  signal?.addEventListener('abort', interrupt);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', interrupt);
      done({ code, output });
    });
  });
}

/** Finds a line in an installed package: `nova/utils.py:477`. Undefined if this release does not have the code. */
export function locate({ file, code }: Source, source: string): string | undefined {
  const lines = readFileSync(join(source, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(code));
  return index === -1 ? undefined : `${file}:${index + 1}`;
}

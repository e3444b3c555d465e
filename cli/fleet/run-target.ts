import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { headline } from '../../reports/formats/shared/describe-verdict';
import { fileNames } from '../../reports/result/file-names';
import { readResult } from '../../reports/result/read-result';
import type { Result } from '../../reports/result/result';
import { makeFolder } from '../machine/files';
import type { Machine } from '../machine/machine';
import { outputError } from '../output/reports-folder';
import type { FleetTarget } from './fleet-file';

export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** The end of the run of one target. */
export interface TargetOutcome {
  readonly name: string;
  readonly exitCode: ExitCode;
  /** The verdict, or the reason why there is none. */
  readonly words: string;
  /** Clauses that failed; undefined without a result. */
  readonly failed: readonly string[] | undefined;
  readonly seconds: number;
}

/** Everything that the run has printed. */
export const outputLog = 'output.log';

/**
 * Runs `run` for one target in a process of its own: a crash ends this run only. Prints its errors.
 *
 * The process has a group of its own, so Ctrl-C reaches it through this process only, and once. It then restores its servers
 * before it ends. Windows has no such groups: there the console sends Ctrl-C to both.
 */
export async function runTarget(target: FleetTarget, out: string, machine: Machine): Promise<TargetOutcome> {
  const { name } = target;
  const folder = join(out, name);
  const began = Date.now();
  const outcome = await startRun(target, folder, machine).then(
    ({ end, errors }) => outcomeOf(end, resultOf(folder, name, began, machine), errors),
    (error: unknown) => ({ exitCode: 2 as const, words: outputError(folder, error).message, failed: undefined }),
  );
  return { name, seconds: Math.round((Date.now() - began) / 1_000), ...outcome };
}

interface ProcessEnd {
  /** Null for a process that a signal ended. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Gives the end of the process and the errors that it printed. Rejects for a folder that cannot be written. */
async function startRun(
  { name, config }: FleetTarget,
  folder: string,
  machine: Machine,
): Promise<{ readonly end: ProcessEnd; readonly errors: readonly string[] }> {
  makeFolder(folder);
  const log = openSync(join(folder, outputLog), 'w');
  const args = ['run', '--config', config, '--target-name', name, '--out', folder];
  const isWindows = process.platform === 'win32';
  const child = spawn(process.execPath, [join(__dirname, '../main.js'), ...args], {
    detached: !isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: machine.environment,
    windowsHide: true,
  });
  const stop = () => void child.kill('SIGTERM');
  const signal = machine.abortSignal();
  if (!isWindows) signal.addEventListener('abort', stop);
  // At the second Ctrl-C this process ends: the run does then too.
  const forget = machine.atExit(stop);
  const ended = new Promise<ProcessEnd>((settle) => {
    child.once('close', (code, by) => settle({ code, signal: by }));
  });
  const errors: string[] = [];
  try {
    child.stdout.on('data', (bytes: Buffer) => writeSync(log, bytes));
    for await (const text of createInterface(child.stderr)) {
      writeSync(log, `${text}\n`);
      if (!/^(error|NOT [A-Z ]+): /.test(text)) continue;
      machine.console.err(`${name}: ${text}`);
      errors.push(text);
    }
    return { end: await ended, errors };
  } finally {
    signal.removeEventListener('abort', stop);
    forget();
    closeSync(log);
  }
}

/** The result that this run has written; undefined where it wrote none. An earlier run may have left one. */
function resultOf(folder: string, name: string, began: number, { files }: Machine): Result | undefined {
  try {
    const result = readResult(files.read(join(folder, fileNames.result)).toString('utf8'));
    return result.run.targetName === name && Date.parse(result.run.began) >= began ? result : undefined;
  } catch {
    return undefined;
  }
}

function outcomeOf(
  { code, signal }: { readonly code: number | null; readonly signal: NodeJS.Signals | null },
  result: Result | undefined,
  errors: readonly string[],
): Pick<TargetOutcome, 'exitCode' | 'words' | 'failed'> {
  if (code === null) return { exitCode: 3, words: `ended by ${signal}: see ${fileNames.journal}`, failed: undefined };
  const exitCode = isExitCode(code) ? code : 4;
  const failed = result?.clauses.flatMap(({ clause, verdict }) => (verdict === 'failed' ? [clause] : []));
  if (result !== undefined) return { exitCode, words: headline(result), failed };
  const error = errors.findLast((line) => line.startsWith('error: '))?.slice('error: '.length);
  return { exitCode, words: error ?? wordsByCode[exitCode], failed };
}

function isExitCode(code: number): code is ExitCode {
  return code >= 0 && code <= 4;
}

/** Of a run without a result. */
const wordsByCode: Readonly<Record<ExitCode, string>> = {
  0: 'no result',
  1: 'not conformant, and no result',
  2: 'configuration error',
  3: 'incomplete, and no result',
  4: 'error',
};

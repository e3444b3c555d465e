import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Effort } from '../suites/harness/run/run-plan';

/** The seed of the inputs, the same for all compared runs. */
const seed = '1';

const command = resolve(__dirname, '..', 'cli', 'main.js');

/** The peak memory of a run of the command, in megabytes. */
export async function peakMemory(effort: Effort['name']): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const reporter = resolve(__dirname, 'report-memory.js');
  const run = ['run', '--effort', effort, '--seed', seed, '--out', out];
  const child = spawn(process.execPath, ['--require', reporter, command, ...run], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kilobytes = await new Promise<number>((done, fail) => {
    child.once('message', (size) => done(Number(size)));
    child.once('error', fail).once('exit', (code) => fail(new Error(`the run ended with exit code ${code}`)));
  });
  rmSync(out, { recursive: true, force: true });
  return Math.round(kilobytes / 1_024);
}

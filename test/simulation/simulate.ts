import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runPool } from '../../suites/mutation/pool';
import type { Simulated } from './simulation';

/**
 * `npm run simulate [-- --seeds N --from M --minutes T]`: simulates whole runs under N seeds (1,000) from M (1) on, or as
 * many as T minutes hold, and prints each seed under which an invariant does not hold. `--seed S` simulates one seed, and
 * tells its story. With `--one-fault` nothing is drawn but the place of one fault in a whole run, each kind in turn.
 */
async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { seeds: text, from: text, minutes: text, seed: text, 'one-fault': { type: 'boolean' } },
  });
  const first = Number(values.seed ?? values.from ?? 1);
  const count = values.seed !== undefined ? 1 : Number(values.seeds ?? (values.minutes === undefined ? 1_000 : 1e9));
  const deadline = performance.now() + Number(values.minutes ?? 1e6) * 60_000;
  let next = first;
  let done = 0;
  let requests = 0;
  let wrong = 0;
  const handOut = (): number | undefined => {
    if (next >= first + count || performance.now() > deadline) return undefined;
    next += 1;
    return next - 1;
  };
  const each = (simulated: Simulated) => {
    done += 1;
    requests += simulated.requests;
    if (simulated.broken.length > 0) wrong += 1;
    if (simulated.broken.length > 0 || values.seed !== undefined) process.stdout.write(linesOf(simulated));
  };
  await runPool({
    script: join(__dirname, 'simulate-worker.js'),
    args: values['one-fault'] ? ['one-fault'] : [],
    count: availableParallelism(),
    next: handOut,
    each,
  });
  process.stdout.write(`${done} seeds from ${first} on, ${requests} requests: ${wrong} with a broken invariant\n`);
  return wrong === 0 ? 0 : 1;
}

function linesOf({ seed, story, broken }: Simulated): string {
  return [`seed ${seed}: ${story}`, ...broken.map((each) => `  BROKEN: ${each}`), ''].join('\n');
}

void main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);

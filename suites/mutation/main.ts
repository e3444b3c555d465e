import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { customProfileSamples } from './custom-profile-samples';
import { type Detection, isCurrent, mergeVerdict } from './detection';
import { detectionPage } from './detection-page';
import { judgeInPool } from './pool';
import { ProofCache } from './proof-cache';
import { sampleQueue } from './queue';
import { type SampleEndpoint, sampleEndpoints } from './samples';
import { readDetection, readToolComparison, writeDetection } from './stored-files';
import type { SampleVerdict } from './verdict';

// npm runs its scripts in the folder of package.json.
const root = resolve('.');
const docs = join(root, 'docs');
const flag = { type: 'boolean', default: false } as const;

/**
 * `npm run proof [-- --from M --seeds N --narrowed --write --force] [NAME…]`: tests every mutant and compliant variant under
 * the seeds M (1) to N (1), and prints a line for each that is judged wrongly.
 *
 * - `--narrowed` tests mutants only by the checks that are known to kill them.
 * - `--write` writes `docs/detection.json` and `docs/detection.md`.
 * - A tree that has passed is not tested again, unless `--force`, `--write` or a name is given.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { from: { type: 'string' }, seeds: { type: 'string' }, narrowed: flag, write: flag, force: flag },
    allowPositionals: true,
  });
  const { narrowed, write, force } = values;
  const seeds = { first: Number(values.from ?? 1), last: Number(values.seeds ?? 1) };
  const chosen = chooseEndpoints(positionals);
  const cache = new ProofCache(root, [JSON.stringify({ seeds, narrowed })]);
  if (!force && !write && positionals.length === 0 && cache.hasPassed) {
    process.stdout.write('this tree has passed the proof already (--force tests it again)\n');
    return 0;
  }
  const endpoints = new Map(sampleEndpoints().map((known) => [known.name, known]));
  const detection = currentVerdicts(endpoints);
  let wrong = 0;
  for (let seed = seeds.first; seed <= seeds.last; seed += 1) {
    let done = 0;
    const items = sampleQueue(chosen, detection, { seed, narrowed });
    await judgeInPool(join(__dirname, 'worker.js'), items, (verdict) => {
      const known = endpoints.get(verdict.name);
      if (known !== undefined) {
        detection[verdict.name] = mergeVerdict(detection[verdict.name], known, verdict, narrowed);
      }
      done += 1;
      if (verdict.misjudgements.length > 0) wrong += 1;
      if (verdict.misjudgements.length > 0 || positionals.length > 0) process.stdout.write(lineOf(verdict));
      if (done % 100 === 0) process.stdout.write(`seed ${seed}: ${done} of ${items.length} endpoints\n`);
    });
    // After each seed: a proof that is cut off keeps the seeds that are done.
    if (write) writePages(detection, [...endpoints.values()]);
  }
  const count = `${chosen.length} endpoints, seeds ${seeds.first} to ${seeds.last}`;
  process.stdout.write(`${count}: ${wrong === 0 ? 'all are judged rightly' : `${wrong} wrong judgements`}\n`);
  if (wrong > 0) return 1;
  if (positionals.length === 0) cache.storePassed();
  return 0;
}

/** The named endpoints, or all, those with the profile of a user among them. */
function chooseEndpoints(names: readonly string[]): SampleEndpoint[] {
  const all = [...sampleEndpoints(), ...customProfileSamples()];
  const unknown = names.find((name) => all.every((known) => known.name !== name));
  if (unknown !== undefined) throw new Error(`there is no mutant or variant ${unknown}`);
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Stored verdicts, without those of endpoints that are expected to be judged differently today. */
function currentVerdicts(endpoints: ReadonlyMap<string, SampleEndpoint>): Record<string, Detection[string]> {
  const isUsed = ([name, verdict]: [string, Detection[string]]) => {
    const known = endpoints.get(name);
    return known !== undefined && isCurrent(verdict, known);
  };
  return Object.fromEntries(Object.entries(readDetection(docs)).filter(isUsed));
}

function writePages(detection: Detection, endpoints: readonly SampleEndpoint[]): void {
  writeDetection(docs, detection, endpoints);
  const page = detectionPage(detection, readToolComparison(docs, endpoints), endpoints);
  writeFileSync(join(docs, 'detection.md'), page);
}

function lineOf({ name, seed, effort, misjudgements, first, failed }: SampleVerdict): string {
  const result =
    misjudgements.length > 0
      ? `WRONG: ${misjudgements.join('; ')}`
      : `right: ${failed.join(' ') || 'no clause fails'}${first === undefined ? '' : `, first at request ${first}`}`;
  return `${name}, seed ${seed}, ${effort}: ${result}\n`;
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

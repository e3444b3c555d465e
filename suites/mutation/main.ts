import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Detection, isCurrent, mergeVerdict } from './detection';
import { detectionPage } from './detection-page';
import type { ToolComparison } from './other-tools';
import { judgeInPool } from './pool';
import { sampleQueue } from './queue';
import { type SampleEndpoint, sampleEndpoints } from './samples';
import type { SampleVerdict } from './verdict';

// npm runs its scripts in the folder of package.json.
const docs = resolve('docs');
const stored = join(docs, 'detection.json');

/**
 * `npm run proof [-- --from M --seeds N --narrowed] [NAME…]`: examines every known endpoint under the seeds M (1) to N (1),
 * prints what each was blamed for, and writes `docs/detection.md`. `--narrowed` examines mutants by those
 * checks alone that are known to kill them.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { seeds: { type: 'string' }, from: { type: 'string' }, narrowed: { type: 'boolean' } },
    allowPositionals: true,
  });
  const narrowed = values.narrowed ?? false;
  const endpoints = new Map(sampleEndpoints().map((known) => [known.name, known]));
  const unknown = positionals.find((name) => !endpoints.has(name));
  if (unknown !== undefined) throw new Error(`there is no mutant or variant ${unknown}`);
  const detection: Record<string, Detection[string]> = {};
  const before = JSON.parse(readFileSync(stored, 'utf8')) as Detection;
  for (const [name, known] of endpoints) {
    const kept = before[name];
    if (kept !== undefined && isCurrent(kept, known)) detection[name] = kept;
  }
  const peers = JSON.parse(readFileSync(join(docs, 'peers.json'), 'utf8')) as ToolComparison;
  const chosen = [...endpoints.values()].filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  let wrong = 0;
  for (let seed = Number(values.from ?? 1); seed <= Number(values.seeds ?? 1); seed += 1) {
    const items = sampleQueue(chosen, detection, { seed, narrowed });
    await judgeInPool(join(__dirname, 'worker.js'), items, (proof: SampleVerdict) => {
      const known = endpoints.get(proof.name) as SampleEndpoint;
      process.stdout.write(`${lineOf(known, proof)}\n`);
      detection[proof.name] = mergeVerdict(detection[proof.name], known, proof, narrowed);
      if (proof.misjudgements.length > 0) wrong += 1;
    });
    // Proofs take their time: what is done is not lost where the rest is cut off.
    writeFileSync(stored, `${JSON.stringify(sorted(detection, endpoints), null, 2)}\n`);
    writeFileSync(join(docs, 'detection.md'), detectionPage(detection, peers, [...endpoints.values()]));
  }
  process.stdout.write(wrong === 0 ? 'every report said what it must\n' : `${wrong} reports said something else\n`);
  return wrong === 0 ? 0 : 1;
}

function lineOf(
  { kind }: SampleEndpoint,
  { name, seed, effort, misjudgements, first, failed, seconds }: SampleVerdict,
): string {
  const said = misjudgements.length === 0 ? 'right' : 'WRONG';
  const by = kind === 'variant' ? 'not blamed' : `${failed.join(' ')} at request ${first?.requests ?? '-'}`;
  const details = misjudgements.map((complaint) => `\n      ${complaint}`).join('');
  return `${said} ${kind.padEnd(7)} ${name.padEnd(36)} seed ${seed}, ${effort}, ${seconds} s: ${by}${details}`;
}

function sorted(detection: Detection, endpoints: ReadonlyMap<string, SampleEndpoint>): Detection {
  return Object.fromEntries(
    [...endpoints.keys()].flatMap((name) => (detection[name] ? [[name, detection[name]]] : [])),
  );
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

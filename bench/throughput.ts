import { embeddedSettings } from '../cli/embedded-settings';
import { targetOf } from '../cli/target-of';
import { ecs } from '../contracts/profiles/ecs';
import { efforts } from '../suites/harness/effort';
import { examine } from '../suites/harness/examine';
import { startReference } from '../targets/reference/reference';
import { bareLoop } from './bare-loop';
import { peakMemory } from './peak-memory';

const rounds = 3;

/** Exchanges a second of a run beside a bare HTTP loop on the same endpoint in the same process, then memory. */
async function main(): Promise<void> {
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const reference = await startReference();
    const target = targetOf(embeddedSettings(reference), reference.url);
    const lanes = reference.serverIds.length;
    const bare = await bareLoop(reference, lanes, 6_000);
    let exchanges = 0;
    const began = performance.now();
    const plan = { effort: efforts.standard, seed: round, corpus: [] };
    await examine({ target, profile: ecs, plan, emit: ({ kind }) => void (kind === 'exchange' && exchanges++) });
    const run = exchanges / ((performance.now() - began) / 1_000);
    await reference.close();
    ratios.push(run / bare);
    const figures = `run ${run.toFixed(0)}, bare loop on ${lanes} connections ${bare.toFixed(0)} exchanges a second`;
    process.stdout.write(`${figures}: ${(run / bare).toFixed(2)}\n`);
  }
  const median = ratios.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  process.stdout.write(`median ratio ${median.toFixed(2)}\n`);
  const [quick, thorough] = [await peakMemory('quick'), await peakMemory('thorough')];
  process.stdout.write(`peak memory: quick ${quick} MB, thorough ${thorough} MB: ${(thorough / quick).toFixed(2)}\n`);
}

void main();
